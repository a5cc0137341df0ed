package id.kentongan.integrations.postgres.broadcasts;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.talk.Announced;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Language;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.broadcasts.Audience.Membership;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Count;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Result;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.State;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.members.PostgresRegistry;
import id.kentongan.integrations.postgres.officers.Takeovers;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcastsTest {
  private static final Nik NIK = new Nik("3510170302889123");
  private static final Audience ALL = new Audience("", Membership.ANY, "", "", "");

  private final Content content = YamlContent.load(Path.of("../config")).content();
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final PostgresRecords records =
      new PostgresRecords(
          test.database(),
          TestDatabase.KEY,
          new PostgresRegistry(test.database(), TestDatabase.KEY),
          clock,
          Branch.OFFICES,
          Branch.ZONE);
  private final Broadcasts broadcasts = new Broadcasts(test.database(), clock, Branch.ZONE);
  private final BroadcastRelease release = release();
  private final PostgresNotices notices = new PostgresNotices(test.database(), TestDatabase.KEY);

  private BroadcastRelease release() {
    return new BroadcastRelease(test.database(), TestDatabase.KEY, content.rules(), clock);
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void onlyWhoAskedForNewsAndHasNotEndedItIsCounted() {
    news(talk(1));
    news(talk(2));
    tell(talk(2), 2, new Effect.SetNews(false, "1"));
    news(talk(3));
    tell(talk(3), 2, new Effect.SetReminders(false, 0));
    tell(talk(4), 1, new Effect.RecordConsent("enroll", "1"));
    assertThat(TestDatabase.await(broadcasts.count(ALL)))
        .containsExactly(new Count("telegram", 4, 1, 0, 0));
  }

  @Test
  void theAudienceIsByVillageMembershipWorkLanguageAndChannel() {
    var me = new ConversationId("whatsapp", "628123");
    TestDatabase.await(
        records.ask(me, EffectId.of(me, 9, 0), new Effect.SubmitEnrollment(Forms.enrolment(NIK))));
    news(me);
    news(talk(1));
    tell(talk(1), 2, new Effect.Speaks(Language.JAVANESE));
    String village = test.texts("select village from persons").getFirst();

    assertThat(willing(new Audience(village.substring(0, 5), Membership.ANY, "", "", "")))
        .isEqualTo(Map.of("whatsapp", 1));
    assertThat(willing(new Audience("99", Membership.ANY, "", "", ""))).isEmpty();
    assertThat(willing(new Audience("", Membership.UNPAID, "", "", "")))
        .isEqualTo(Map.of("whatsapp", 1));
    assertThat(willing(new Audience("", Membership.ACTIVE, "", "", ""))).isEmpty();
    assertThat(willing(new Audience("", Membership.ANY, "PETANI", "", "")))
        .isEqualTo(Map.of("whatsapp", 1));
    assertThat(willing(new Audience("", Membership.ANY, "", "jv", "")))
        .isEqualTo(Map.of("telegram", 1));
    assertThat(willing(new Audience("", Membership.ANY, "", "id", "whatsapp")))
        .isEqualTo(Map.of("whatsapp", 1));
    assertThat(TestDatabase.await(broadcasts.count(ALL)))
        .as("nobody wrote on WhatsApp in the last 24 hours")
        .contains(new Count("whatsapp", 1, 1, 1, 0));
  }

  @Test
  void whoOnlyTappedIsWithinTheWindowAndWhomWeOnlyToldSomethingIsNot() {
    var tapped = new ConversationId("whatsapp", "628111");
    var told = new ConversationId("whatsapp", "628222");
    var before = new ConversationId("whatsapp", "628333");
    Stream.of(tapped, told, before).forEach(this::news);
    journal(tapped, "[menu]", Duration.ofHours(23));
    journal(told, "(Noticed)", Duration.ofHours(1));
    journal(before, "(SentLocation)", Duration.ofHours(25));
    journal(told, "(Left)", Duration.ofHours(2));
    journal(tapped, "(Left)", Duration.ofHours(24));
    assertThat(TestDatabase.await(broadcasts.count(ALL)))
        .as("who tapped after they were gone is back")
        .containsExactly(new Count("whatsapp", 3, 3, 2, 1));
  }

  private void journal(ConversationId who, String said, Duration ago) {
    var entry = new JournalEntry("e", clock.instant().minus(ago), said, "", "", null, 0);
    var line = new Journal.Line(who, EffectId.of(who, 2, said.length()), entry);
    TestDatabase.await(new PostgresJournal(test.database(), TestDatabase.KEY).write(List.of(line)));
  }

  @Test
  void aFamilyWithAClaimIsLeftInPeace() {
    news(talk(1));
    TestDatabase.await(
        records.ask(
            talk(1),
            EffectId.of(talk(1), 7, 0),
            new Effect.OpenClaim(Forms.claim(NIK, List.of()))));
    assertThat(TestDatabase.await(broadcasts.count(ALL))).isEmpty();
  }

  @Test
  void anotherOfficerSetsItGoing() {
    long id = draft(60);
    assertThat(TestDatabase.await(broadcasts.start("ayu", id))).isEqualTo(Result.OWN);
    assertThat(TestDatabase.await(broadcasts.start("dimas", id))).isEqualTo(Result.DONE);
    assertThat(TestDatabase.await(broadcasts.start("dimas", id))).isEqualTo(Result.GONE);
    assertThat(test.texts("select act from audit where matter = 'broadcast/1' order by place"))
        .containsExactly("broadcast written", "broadcast started");
  }

  @Test
  void itIsPacedPausedAndStopped() {
    IntStream.range(0, 6).forEach(i -> news(talk(i)));
    long id = draft(2);
    TestDatabase.await(broadcasts.start("dimas", id));
    assertThat(released()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(released()).isEqualTo(1);
    assertThat(released()).as("two in a minute").isZero();
    clock.advance(Duration.ofMinutes(2));
    TestDatabase.await(broadcasts.pause("dimas", id));
    assertThat(released()).as("paused").isZero();
    TestDatabase.await(broadcasts.resume("dimas", id));
    assertThat(released()).isEqualTo(1);
    TestDatabase.await(broadcasts.stop("ayu", id));
    assertThat(released()).as("stopped").isZero();
    assertThat(tallies(id)).isEqualTo(Map.of("RELEASED", 3, "STOPPED", 3));
    assertThat(TestDatabase.await(broadcasts.resume("dimas", id))).isEqualTo(Result.GONE);
  }

  @Test
  void nobodyIsToldAtNightNorWhoEndedItMeanwhileNorWhileAnOfficerIsThere() {
    IntStream.range(0, 3).forEach(i -> news(talk(i)));
    long id = draft(600);
    TestDatabase.await(broadcasts.start("dimas", id));
    tell(talk(0), 2, new Effect.SetNews(false, "1"));
    var ask = new Effect.OpenTicket("human", "");
    TestDatabase.await(records.ask(talk(1), EffectId.of(talk(1), 3, 0), ask));
    var takeovers = new Takeovers(test.database(), TestDatabase.KEY, clock, Branch.ZONE);
    long held = test.count("select talk from tickets");
    TestDatabase.await(takeovers.takeOver("dimas", held));

    clock.advance(Duration.ofHours(14));
    assertThat(released()).as("11 at night").isZero();
    clock.advance(Duration.ofHours(10));
    assertThat(released()).isEqualTo(2);
    assertThat(tallies(id)).isEqualTo(Map.of("REFUSED", 1, "RELEASED", 1, "WAITING", 1));
    TestDatabase.await(takeovers.giveBack("dimas", held, false));
    assertThat(released()).isEqualTo(1);
  }

  @Test
  void nodesThatReleaseAtOnceTellNobodyTwice() {
    IntStream.range(0, 25).forEach(i -> news(talk(i)));
    long id = draft(600);
    TestDatabase.await(broadcasts.start("dimas", id));
    for (int round = 0; round < 5; round++) {
      var many = IntStream.range(0, 4).mapToObj(node -> release().release()).toList();
      TestDatabase.await(Future.all(many));
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(told()).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void whoWasLetInWhenItIsStoppedIsRecalledAndNotedAsStopped() {
    news(talk(0));
    long id = draft(600);
    var recalls = new PostgresRecalls(test.database());
    TestDatabase.await(broadcasts.start("dimas", id));
    assertThat(released()).isEqualTo(1);
    assertThat(TestDatabase.await(recalls.stopped(id))).isFalse();
    TestDatabase.await(broadcasts.stop("ayu", id));
    assertThat(TestDatabase.await(recalls.stopped(id))).isTrue();
    assertThat(TestDatabase.await(recalls.stopped(id + 1))).isFalse();
    tell(talk(0), 5, new Effect.NoteAnnouncement(id, Announced.STOPPED, ""));
    assertThat(TestDatabase.await(broadcasts.people("ayu", id, "STOPPED", 10))).hasSize(1);
  }

  @Test
  void whatBecameOfItIsToldForEachAndWhenAllIsSettledItIsDone() {
    news(talk(0));
    news(talk(1));
    long id = draft(600);
    TestDatabase.await(broadcasts.start("dimas", id));
    assertThat(released()).isEqualTo(2);
    var sent = new Effect.NoteAnnouncement(id, Announced.SENT, "");
    var failed = new Effect.NoteAnnouncement(id, Announced.FAILED, "outside the window");
    tell(talk(0), 5, sent);
    released();
    assertThat(state(id)).isEqualTo(State.RUNNING);
    tell(talk(1), 5, failed);
    released();
    assertThat(state(id)).isEqualTo(State.DONE);
    assertThat(TestDatabase.await(broadcasts.people("ayu", id, "FAILED", 10)))
        .singleElement()
        .satisfies(told -> assertThat(told.why()).isEqualTo("outside the window"));
  }

  @Test
  void aChannelWhoseProviderWaitsGetsNoMoreThanSome() {
    IntStream.range(0, 40).forEach(i -> news(talk(i)));
    news(new ConversationId("whatsapp", "628"));
    long id = draft(600);
    TestDatabase.await(broadcasts.start("dimas", id));
    for (int i = 0; i < 10; i++) {
      released();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(told().stream().filter(who -> who.channel().equals("whatsapp"))).hasSize(1);
    assertThat(told().size()).isLessThanOrEqualTo(41).isGreaterThan(29);
    assertThat(test.count("select count(*) from broadcast_people where state = 'WAITING'"))
        .isPositive();
  }

  private static ConversationId talk(int number) {
    return new ConversationId("telegram", "70" + number);
  }

  private void news(ConversationId who) {
    tell(who, 1, new Effect.SetNews(true, "1"));
  }

  private void tell(ConversationId who, int version, Effect effect) {
    TestDatabase.await(records.tell(who, EffectId.of(who, version, 0), effect));
  }

  private long draft(int perMinute) {
    var draft = new Broadcasts.Draft("Libur", "Kantor tutup Senin.", ALL, perMinute);
    return TestDatabase.await(broadcasts.draft("ayu", draft));
  }

  private int released() {
    return TestDatabase.await(release.release());
  }

  private State state(long id) {
    return TestDatabase.await(broadcasts.find(id)).orElseThrow().state();
  }

  private Map<String, Integer> tallies(long id) {
    return TestDatabase.await(broadcasts.tallies(id)).stream()
        .collect(Collectors.toMap(Broadcasts.Tally::state, Broadcasts.Tally::people));
  }

  private Map<String, Integer> willing(Audience audience) {
    return TestDatabase.await(broadcasts.count(audience)).stream()
        .filter(count -> count.willing() > 0)
        .collect(Collectors.toMap(Count::channel, Count::willing));
  }

  private List<ConversationId> told() {
    return TestDatabase.await(notices.waiting(0, 1000)).stream()
        .filter(waiting -> waiting.notice() instanceof Notice.Announcement)
        .map(Notices.Waiting::conversation)
        .toList();
  }
}
