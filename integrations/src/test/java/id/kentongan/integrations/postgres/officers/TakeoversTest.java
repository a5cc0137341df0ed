package id.kentongan.integrations.postgres.officers;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.accounts.Absences;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.officers.Takeovers.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TakeoversTest {
  private static final ConversationId ME = new ConversationId("telegram", "4711");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final Takeovers takeovers =
      new Takeovers(test.database(), TestDatabase.KEY, clock, Branch.ZONE);
  private final Inbox inbox = new Inbox(test.database());
  private final Conversations talks = new Conversations(test.database(), TestDatabase.KEY, clock);
  private final Officers officers = new Officers(test.database(), TestDatabase.KEY, clock);

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void aConversationIsWithOneOfficerWhoSpeaksAndGivesItBack() {
    await(officers.add("root", new Officers.New("dimas", "Mas Dimas", Role.OFFICER, "x", false)));
    long talk = ticket();
    String before = await(inbox.mark());
    assertThat(await(takeovers.say("dimas", talk, "Halo"))).isEqualTo(Result.NOT_YOURS);
    assertThat(await(takeovers.takeOver("dimas", talk))).isEqualTo(Result.DONE);
    assertThat(await(takeovers.takeOver("dimas", talk))).isEqualTo(Result.DONE);
    assertThat(await(takeovers.takeOver("ayu", talk))).isEqualTo(Result.NOT_YOURS);
    assertThat(await(inbox.mark())).isNotEqualTo(before);
    assertThat(await(takeovers.say("ayu", talk, "Halo"))).isEqualTo(Result.NOT_YOURS);
    assertThat(await(takeovers.say("dimas", talk, "Halo"))).isEqualTo(Result.DONE);
    assertThat(await(takeovers.note("ayu", talk, "Sudah ditelepon"))).isEqualTo(Result.DONE);
    assertThat(await(takeovers.giveBack("ayu", talk, false))).isEqualTo(Result.NOT_YOURS);
    assertThat(await(takeovers.giveBack("ayu", talk, true))).isEqualTo(Result.DONE);
    assertThat(await(takeovers.giveBack("dimas", talk, false))).isEqualTo(Result.NOT_YOURS);
    assertThat(await(takeovers.takeOver("dimas", 4711))).isEqualTo(Result.MISSING);

    assertThat(told())
        .containsExactly(
            new Notice.TakenOver("Mas Dimas"),
            new Notice.OfficerSaid("Halo"),
            new Notice.GivenBack());
    assertThat(await(inbox.open("", 10))).isEmpty();
    assertThat(test.texts("select encode(text, 'escape') from officer_lines").toString())
        .doesNotContain("Halo", "ditelepon");
  }

  @Test
  void whoDoesNotWaitIsTakenOverTooAndListedAsSuch() {
    long talk = ticket();
    await(takeovers.takeOver("dimas", talk));
    await(takeovers.giveBack("dimas", talk, false));
    assertThat(await(takeovers.takeOver("dimas", talk))).isEqualTo(Result.DONE);
    assertThat(await(inbox.open("", 10)))
        .extracting(t -> t.who().officer(), Inbox.Ticket::topic)
        .containsExactly(org.assertj.core.api.Assertions.tuple("dimas", "officer"));
  }

  @Test
  void aWaitingTicketIsGivenToAColleague() {
    await(officers.add("root", new Officers.New("dimas", "Mas Dimas", Role.OFFICER, "x", false)));
    ticket();
    String number = await(inbox.open("", 1)).getFirst().number();
    assertThat(await(takeovers.assign("ayu", number, "nobody"))).isEqualTo(Result.MISSING);
    assertThat(await(takeovers.assign("ayu", number, "dimas"))).isEqualTo(Result.DONE);
    assertThat(await(inbox.open("dimas", 10))).hasSize(1);
    assertThat(await(inbox.open("ayu", 10))).isEmpty();
  }

  @Test
  void whoIsAwayIsWaitedForByNobodyAndMayBeReplaced() {
    for (String name : List.of("dimas", "ayu")) {
      await(officers.add("root", new Officers.New(name, "Mas " + name, Role.OFFICER, "x", false)));
    }
    var absences = new Absences(test.database(), clock, Branch.ZONE);
    long talk = ticket();
    String number = await(inbox.open("", 1)).getFirst().number();
    await(takeovers.assign("ayu", number, "dimas"));
    assertThat(await(absences.set("ayu", "dimas", LocalDate.of(2026, 11, 19)))).isFalse();
    assertThat(await(absences.set("ayu", "nobody", LocalDate.of(2026, 11, 21)))).isFalse();
    assertThat(await(absences.set("ayu", "dimas", LocalDate.of(2026, 11, 21)))).isTrue();
    assertThat(await(inbox.open("dimas", 10))).isEmpty();
    assertThat(await(takeovers.assign("ayu", number, "dimas"))).isEqualTo(Result.MISSING);

    assertThat(await(takeovers.takeOver("dimas", talk))).isEqualTo(Result.DONE);
    assertThat(await(takeovers.takeOver("ayu", talk))).isEqualTo(Result.DONE);
    assertThat(await(takeovers.say("dimas", talk, "Halo"))).isEqualTo(Result.NOT_YOURS);
    assertThat(await(inbox.open("", 10))).extracting(t -> t.who().officer()).containsExactly("ayu");
    assertThat(told())
        .containsExactly(new Notice.TakenOver("Mas dimas"), new Notice.TakenOver("Mas ayu"));

    clock.advance(java.time.Duration.ofDays(2));
    assertThat(await(absences.of("dimas"))).as("the last day is over").isEmpty();
    assertThat(await(takeovers.takeOver("dimas", talk))).isEqualTo(Result.NOT_YOURS);
    assertThat(await(absences.set("dimas", "dimas", LocalDate.of(2026, 11, 25)))).isTrue();
    assertThat(await(absences.set("dimas", "dimas", null))).isTrue();
    assertThat(await(absences.of("dimas"))).isEmpty();
  }

  @Test
  void whoHasLeftIsWaitedForByNobodyAndMayBeReplaced() {
    for (String name : List.of("dimas", "ayu", "rina")) {
      await(officers.add("root", new Officers.New(name, "Mas " + name, Role.OFFICER, "x", false)));
    }
    long talk = ticket();
    String number = await(inbox.open("", 1)).getFirst().number();
    await(takeovers.assign("ayu", number, "dimas"));
    await(officers.close("root", "dimas", true));
    assertThat(await(inbox.open("", 1)).getFirst().who().assigned()).isNull();
    assertThat(await(takeovers.assign("ayu", number, "dimas"))).isEqualTo(Result.MISSING);
    assertThat(await(takeovers.assign("ayu", number, "rina"))).isEqualTo(Result.DONE);
    await(officers.role("root", "rina", Role.AUDITOR));
    assertThat(await(inbox.open("", 1)).getFirst().who().assigned()).isNull();
    assertThat(await(takeovers.assign("ayu", number, "rina"))).isEqualTo(Result.MISSING);

    await(takeovers.takeOver("dimas", talk));
    assertThat(await(takeovers.takeOver("ayu", talk))).as("from who left").isEqualTo(Result.DONE);
    await(officers.role("root", "ayu", Role.EDITOR));
    assertThat(await(takeovers.takeOver("dimas", talk))).as("of a new role").isEqualTo(Result.DONE);
    assertThat(await(takeovers.say("ayu", talk, "Halo"))).isEqualTo(Result.NOT_YOURS);
  }

  @Test
  void whoReadsAConversationIsWrittenDown() {
    long talk = ticket();
    var journal = new PostgresJournal(test.database(), TestDatabase.KEY);
    var entry = new JournalEntry("e1", clock.instant(), "tolong", "Baik", "handover.x", null, 0);
    await(journal.write(List.of(new Journal.Line(ME, EffectId.of(ME, 9, 9), entry))));
    Instant later = clock.instant().plusSeconds(1);
    var opened = await(talks.open("dimas", talk, later, 10, "look"));
    assertThat(opened.orElseThrow().turns())
        .containsExactly(new Conversations.Turn(clock.instant(), "tolong", "Baik", "handover.x"));
    assertThat(await(talks.open("dimas", 4711, later, 10, "look"))).isEmpty();
    assertThat(test.texts("select officer || ' ' || act || ' ' || matter from audit"))
        .containsExactly("dimas look talk/" + talk);
  }

  private long ticket() {
    var records = test.records(clock);
    var asked = new Effect.OpenTicket("human/enroll", "tolong");
    assertThat(await(records.ask(ME, EffectId.of(ME, 1, 0), asked)))
        .isInstanceOf(Answer.TicketOpened.class);
    return await(inbox.open("", 1)).getFirst().talk();
  }

  private List<Notice> told() {
    return await(new PostgresNotices(test.database(), TestDatabase.KEY).waiting(0, 10)).stream()
        .map(Notices.Waiting::notice)
        .toList();
  }
}
