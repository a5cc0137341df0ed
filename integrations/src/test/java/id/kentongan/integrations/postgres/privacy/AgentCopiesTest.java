package id.kentongan.integrations.postgres.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Retention;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Organisation;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.officers.Conversations;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an agent wrote about somebody goes when that person has everything erased.
class AgentCopiesTest {
  private static final ConversationId RINA = new ConversationId("telegram", "7");
  private static final ConversationId JOKO = new ConversationId("telegram", "8");
  private static final Nik NIK = new Nik("3510171708850003");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final PostgresRecords records = test.records(clock);
  private final PostgresJournal journal = new PostgresJournal(test.database(), TestDatabase.KEY);
  private int version;

  @BeforeEach
  void enrol() {
    var agents = new Agents(test.database(), TestDatabase.KEY, clock);
    var who =
        new Agents.Invited("Rina", Organisation.named("BUMDesma Maju"), List.of("35.10.04.2005"));
    Agents.Invitation invitation = TestDatabase.await(agents.invite("dimas", who));
    ask(RINA, new Effect.LogInAgent(invitation.code()));
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void theErasedPersonIsBlottedOutAndNobodyElse() {
    var enrolled = (Answer.Enrolled) ask(RINA, new Effect.EnrollVillager(Forms.villager(NIK), "1"));
    wrote("daftarkan joko, nik 3510 1717 0885 0003, petani", "Baik, Pak JOKO.");
    wrote("sekarang Siti, nik 3510175708850004", "Baik, Bu Siti.");
    long talk = test.count("select talk from agents where talk is not null");
    ask(RINA, new Effect.KeepDraft(LocalDate.of(1985, 8, 17), Map.of("nik", NIK.digits())));
    long answers =
        test.count("select count(*) from acts where answer is not null and talk = " + talk);

    var born = LocalDate.of(1985, 8, 17);
    ask(JOKO, new Effect.Identify(NIK, born, enrolled.receipt()));
    var terms = new Retention(30, 10, 20);
    // why: an enrolment that waits for its payment is kept until it is over
    TestDatabase.await(
        test.database().transact(h -> h.execute("update enrolments set state = 'REFUSED'")));
    assertThat(ask(JOKO, new Effect.EraseMyData(enrolled.person(), terms)))
        .isInstanceOf(Answer.Erased.class);

    var notices = new PostgresNotices(test.database(), TestDatabase.KEY);
    var told = TestDatabase.await(notices.waiting(0, 10));
    assertThat(told)
        .extracting(waiting -> waiting.conversation() + " " + waiting.notice())
        .containsOnlyOnce(RINA + " " + new Notice.Forgotten(NIK));
    assertThat(test.count("select count(*) from drafts where talk = " + talk)).isZero();
    TestDatabase.await(notices.done(told.stream().map(Notices.Waiting::id).toList()));
    assertThat(test.count("select count(*) from notices where brief")).isZero();

    var opened =
        TestDatabase.await(
                new Conversations(test.database(), TestDatabase.KEY, clock)
                    .open("dimas", talk, Instant.parse("2027-01-01T00:00:00Z"), 10, "look"))
            .orElseThrow();
    assertThat(opened.turns())
        .extracting(turn -> turn.said() + " | " + turn.answered())
        .containsExactlyInAnyOrder(
            "daftarkan ••••, nik ••••, petani | Baik, Pak ••••.",
            "sekarang Siti, nik 3510175708850004 | Baik, Bu Siti.");
    List<Blots.Blot> blots =
        TestDatabase.await(new Blots(test.database(), TestDatabase.KEY).open());
    assertThat(blots).extracting(Blots.Blot::agent).containsExactly(RINA);
    assertThat(blots.getFirst().signs().matcher("Baik, pak joko.").find()).isTrue();
    assertThat(blots.getFirst().signs().matcher("3510175708850004").find()).isFalse();
    test.count(
        "with old as (update blots set made = made - interval '1 day' returning 1) select 1");
    assertThat(TestDatabase.await(new Blots(test.database(), TestDatabase.KEY).open())).isEmpty();
    assertThat(test.count("select count(*) from acts where answer is not null and talk = " + talk))
        .as("nothing that names nobody is lost")
        .isLessThanOrEqualTo(answers)
        .isPositive();
  }

  private void wrote(String said, String answered) {
    version++;
    var entry = new JournalEntry("e", clock.instant(), said, answered, "", null, 0);
    var line = new Journal.Line(RINA, EffectId.of(RINA, version, 0), entry);
    TestDatabase.await(journal.write(List.of(line)));
  }

  private Answer ask(ConversationId who, Effect.Ask ask) {
    version++;
    return TestDatabase.await(records.ask(who, EffectId.of(who, version, 0), ask));
  }
}
