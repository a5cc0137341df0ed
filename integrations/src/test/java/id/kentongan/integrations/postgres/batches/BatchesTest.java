package id.kentongan.integrations.postgres.batches;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.roll.PastedRoll;
import id.kentongan.dialogs.roll.RollDefaults;
import id.kentongan.dialogs.roll.RollReader;
import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.BatchStand.Known;
import id.kentongan.dialogs.talk.BatchStand.Spot;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Organisation;
import id.kentongan.integrations.postgres.members.PostgresRegistry;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.sample.SampleData;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final Content CONTENT = TestContent.load();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final ConversationId RINA = new ConversationId("telegram", "7");
  private static final ConversationId TONO = new ConversationId("telegram", "8");
  private static final ConversationId STRANGER = new ConversationId("telegram", "9");
  private static final String VILLAGE = "35.10.04.2005";
  private static final String THREE =
      """
      Budi; 3510171708850001; petani
      Siti; 3510175708900002; ojek; 2 juta
      Joko; 351017170885003; nelayan
      """;

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final Agents agents = new Agents(test.database(), TestDatabase.KEY, clock);
  private final PostgresRegistry core = new PostgresRegistry(test.database(), TestDatabase.KEY);
  private final Batches batches =
      new Batches(
          test.database(),
          TestDatabase.KEY,
          core,
          CONTENT::tariffs,
          new Batches.Time(clock, Branch.ZONE));
  private long rina;
  private int version;

  @BeforeEach
  void logIn() {
    rina = logIn(RINA, "Rina", "BUMDesma Maju");
    logIn(TONO, "Tono", "BUMDesma Maju");
  }

  private long logIn(ConversationId who, String name, String organisation) {
    var invited = new Agents.Invited(name, Organisation.named(organisation), List.of(VILLAGE));
    Agents.Invitation invitation = TestDatabase.await(agents.invite("dimas", invited));
    var records =
        new PostgresRecords(
            test.database(), TestDatabase.KEY, core, clock, Branch.OFFICES, Branch.ZONE);
    version++;
    TestDatabase.await(
        records.ask(who, EffectId.of(who, version, 0), new Effect.LogInAgent(invitation.code())));
    return invitation.agent();
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void tellsHowManyAreReadyWhatTheyPayByAndTheFirstFaultyRow() {
    BatchStand stand = stand(take(RINA, THREE));
    assertThat(stand.counts()).isEqualTo(new BatchStand.Counts(2, 0, 1, 0, 0, 0, 1));
    assertThat(stand.shares())
        .containsExactlyInAnyOrder(
            new BatchStand.Share(Sector.OTHER, new Rupiah(1_000_000), 1),
            new BatchStand.Share(
                Sector.TRANSPORT,
                CONTENT.tariffs().base(new Rupiah(2_000_000), YearMonth.of(2026, 11)),
                1));
    assertThat(stand.terms()).isNull();
    assertThat(stand.village()).isEqualTo(VILLAGE);
    assertThat(stand.next()).isNotNull();
    assertThat(stand.next().spot()).isEqualTo(new Spot(1, 3));
    assertThat(stand.next().quoted()).isEqualTo("Joko; 351017170885003; nelayan");
    assertThat(stand.next().problem())
        .isEqualTo(new BatchStand.Problem("NIK", "nik.too-short", "1"));
  }

  @Test
  void keepsNothingReadable() {
    take(RINA, THREE);
    assertThat(test.texts("select encode(body, 'escape') || coalesce(other, '') from batch_rows"))
        .hasSize(3)
        .noneMatch(row -> row.contains("351017") || row.contains("Budi"));
  }

  @Test
  void theSameListTwiceDoublesNothingAndSaysWhenItCame() {
    BatchStand first = stand(take(RINA, THREE));
    clock.advance(Duration.ofDays(1));
    Answer again = take(RINA, THREE.replace("\n", "\n "));
    assertThat(again)
        .isEqualTo(new Answer.BatchAgain(first, Instant.parse("2026-11-20T08:00:00Z")));
    assertThat(test.count("select count(*) from batch_rows")).isEqualTo(3);
  }

  @Test
  void theSameEffectTwiceGivesTheSameAnswer() {
    Answer first = take(RINA, THREE);
    assertThat(takeAs(RINA, version, THREE)).isEqualTo(first);
  }

  @Test
  void enrolsThoseWhoAreReadyOnceOnOneConsent() {
    BatchStand stand = stand(take(RINA, THREE));
    BatchStand done = stand(confirm(RINA, stand));
    assertThat(done.counts()).isEqualTo(new BatchStand.Counts(0, 2, 1, 0, 0, 0, 0));
    assertThat(done.terms()).isNotNull();
    assertThat(done.terms().total().amount())
        .isEqualTo(test.count("select sum(total) from enrolments"));
    assertThat(stand(confirm(RINA, stand))).isEqualTo(done);
    assertThat(
            test.texts(
                """
                select p.name || ' ' || e.state || ' ' || e.months || ' ' || c.purpose || ' '
                  || c.text_version || ' ' || a.act
                from enrolments e join persons p on p.id = e.person
                join audit a on a.matter = e.number and a.person = p.id
                join consents c on c.id = a.consent and c.agent = e.agent order by p.name
                """))
        .containsExactly(
            "Budi WAITING 3 enroll.batch v1 enrol", "Siti WAITING 3 enroll.batch v1 enrol");
    assertThat(test.count("select count(*) from consents")).isEqualTo(1);
    assertThat(
            test.count("select count(*) from batch_rows where state = 'ENROLLED' and body is null"))
        .isEqualTo(2);
  }

  @Test
  void aRowIsMendedAndEnrolledOnTheSameConsent() {
    BatchStand stand = stand(confirm(RINA, stand(take(RINA, THREE))));
    RollRow now = read("\n\nJoko; 3510171708850003; nelayan").getFirst();
    BatchStand mended =
        stand(TestDatabase.await(batches.mend(RINA, stand.batch(), new Spot(1, 3), now)));
    assertThat(mended.counts()).isEqualTo(new BatchStand.Counts(0, 3, 0, 0, 0, 0, 0));
    assertThat(TestDatabase.await(batches.read(RINA))).isEqualTo(new Answer.NoBatch());
  }

  @Test
  void aRowIsSkippedAndStaysInTheResult() {
    BatchStand stand = stand(confirm(RINA, stand(take(RINA, THREE))));
    BatchStand skipped =
        stand(TestDatabase.await(batches.skip(RINA, stand.batch(), new Spot(1, 3))));
    assertThat(skipped.counts()).isEqualTo(new BatchStand.Counts(0, 2, 0, 1, 0, 0, 0));
    List<BatchLine> lines = TestDatabase.await(batches.lines(RINA, "")).orElseThrow();
    assertThat(lines)
        .extracting(BatchLine::state)
        .containsExactly("enrolled", "enrolled", "skipped");
    assertThat(lines).extracting(BatchLine::name).containsExactly("Budi", "Siti", "Joko");
    assertThat(lines.getFirst().nik()).isEqualTo("3510••••••••0001");
    assertThat(lines.getFirst().enrolled()).isNotNull();
    assertThat(lines.getFirst().enrolled().number()).startsWith("DFT-2026-");
  }

  @Test
  void goesOnTheNextDayWithWhatIsLeft() {
    BatchStand stand = stand(confirm(RINA, stand(take(RINA, THREE))));
    clock.advance(Duration.ofDays(1));
    assertThat(TestDatabase.await(batches.read(RINA)))
        .isEqualTo(new Answer.BatchStands(stand, List.of()));
    assertThat(TestDatabase.await(batches.read(TONO))).isEqualTo(new Answer.NoBatch());
  }

  @Test
  void namesWhoIsInTheListTwiceInOnePartOrTwo() {
    take(RINA, THREE + "Budi S; 3510171708850001; petani\n");
    var second = (Answer.BatchStands) take(RINA, "Siti lagi; 3510175708900002; ojek");
    assertThat(second.known())
        .containsExactly(new Known(new Spot(2, 1), "Siti Lagi", Known.Why.IN_LIST, "1:2"));
    assertThat(second.stand().counts()).isEqualTo(new BatchStand.Counts(2, 0, 1, 0, 2, 0, 1));
  }

  @Test
  void namesWhomTheOrganisationEnrolledBefore() {
    confirm(RINA, stand(take(RINA, THREE)));
    var again = (Answer.BatchStands) take(TONO, "Budi; 3510171708850001; petani");
    assertThat(again.known()).hasSize(1);
    assertThat(again.known().getFirst().why()).isEqualTo(Known.Why.EARLIER);
    assertThat(again.known().getFirst().other()).startsWith("DFT-2026-");
    assertThat(again.stand().counts().ready()).isZero();
  }

  @Test
  void namesMembersOnlyAfterTheConsentAndWritesTheLookDown() {
    new SampleData(test.database(), TestDatabase.KEY, clock, Branch.ZONE).load().await();
    String member = "3510041708859001";
    var taken = (Answer.BatchStands) take(RINA, "Slamet; " + member + "; petani");
    assertThat(taken.known()).isEmpty();
    var enrolled = (Answer.BatchStands) confirm(RINA, taken.stand());
    assertThat(enrolled.known())
        .containsExactly(new Known(new Spot(1, 1), "Slamet", Known.Why.MEMBER, "already-member"));
    assertThat(test.count("select count(*) from audit where act = 'find member'")).isEqualTo(1);
    assertThat(test.count("select count(*) from enrolments where not sample")).isZero();
  }

  @Test
  void tellsHowFarItIsAfterSomeHundred() {
    BatchStand stand = stand(take(RINA, many(1100)));
    BatchStand first = stand(confirm(RINA, stand));
    assertThat(first.counts().enrolled()).isEqualTo(500);
    BatchStand second = stand(TestDatabase.await(batches.run(RINA, stand.batch())));
    assertThat(second.counts().enrolled()).isEqualTo(1000);
    BatchStand third = stand(TestDatabase.await(batches.run(RINA, stand.batch())));
    assertThat(third.counts()).isEqualTo(new BatchStand.Counts(0, 1100, 0, 0, 0, 0, 0));
    assertThat(test.count("select count(*) from enrolments")).isEqualTo(1100);
  }

  @Test
  void takesNoMoreThanAListMayHave() {
    assertThat(take(RINA, many(2001))).isEqualTo(new Answer.BatchRefused("too-many-rows", ""));
    assertThat(test.count("select count(*) from batch_rows")).isZero();
  }

  @Test
  void onlyAnAgentAndOnlyTheirOwn() {
    BatchStand stand = stand(take(RINA, THREE));
    var notAgent = new Answer.Refused("not-agent");
    assertThat(take(STRANGER, THREE)).isEqualTo(notAgent);
    assertThat(confirm(STRANGER, stand)).isEqualTo(notAgent);
    assertThat(confirm(TONO, stand)).isEqualTo(new Answer.NoBatch());
    assertThat(TestDatabase.await(batches.lines(TONO, stand.batch()))).isEmpty();
    TestDatabase.await(agents.revoke("dimas", rina));
    assertThat(confirm(RINA, stand)).isEqualTo(notAgent);
    assertThat(test.count("select count(*) from persons")).isZero();
  }

  @Test
  void whatWasNotAgreedOnIsForgottenWithItsKeyAndMayBeSentAgain() {
    take(RINA, THREE);
    TestDatabase.await(batches.drop(RINA));
    assertThat(test.count("select count(*) from batch_rows")).isZero();
    assertThat(test.count("select count(*) from person_keys where owner like 'batch/%'")).isZero();
    assertThat(take(RINA, THREE)).isInstanceOf(Answer.BatchStands.class);
  }

  @Test
  void listsGoAfterAWhile() {
    take(RINA, THREE);
    clock.advance(Duration.ofDays(6));
    assertThat(TestDatabase.await(batches.sweep())).isZero();
    clock.advance(Duration.ofDays(2));
    assertThat(TestDatabase.await(batches.sweep())).isEqualTo(1);
    assertThat(test.count("select count(*) from batch_sources")).isZero();
  }

  private Answer take(ConversationId who, String text) {
    version++;
    return takeAs(who, version, text);
  }

  private Answer takeAs(ConversationId who, int version, String text) {
    byte[] content = text.replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8);
    return TestDatabase.await(batches.take(who, EffectId.of(who, version, 0), content, read(text)));
  }

  private Answer confirm(ConversationId who, BatchStand stand) {
    return TestDatabase.await(
        batches.confirm(
            who,
            new Effect.ConfirmBatch(
                stand.batch(), Programme.basic(), YearMonth.of(2026, 11), 3, "v1")));
  }

  private static BatchStand stand(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.BatchStands.class);
    return ((Answer.BatchStands) answer).stand();
  }

  private static List<RollRow> read(String text) {
    var defaults = RollDefaults.of(CONTENT, VILLAGE, YearMonth.of(2026, 11));
    return new RollReader(CONTENT, TODAY, defaults).read(PastedRoll.lines(text, CONTENT.parsers()));
  }

  private static String many(int n) {
    return IntStream.rangeClosed(1, n)
        .mapToObj("Budi; 351017170885%04d; petani"::formatted)
        .collect(Collectors.joining("\n"));
  }
}
