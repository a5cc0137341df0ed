package id.kentongan.integrations.postgres.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Retention;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.files.PostgresFiles;
import id.kentongan.integrations.postgres.journal.PostgresDeliveries;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.records.Verify;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Writes all that the records can hold of somebody, has it erased, and looks for them everywhere.
class ErasingTest {
  private static final ConversationId ME = new ConversationId("whatsapp", "+6281233445566");
  private static final ConversationId OTHER = new ConversationId("telegram", "77");
  private static final Nik NIK = new Nik("3510170302889123");
  private static final Retention TERMS = new Retention(30, 10, 20);

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final Keyring keys = new Keyring(TestDatabase.KEY);
  private final PostgresFiles files = new PostgresFiles(test.database(), TestDatabase.KEY, clock);
  private final PostgresJournal journal = new PostgresJournal(test.database(), TestDatabase.KEY);
  private final Erasures erasures =
      new Erasures(test.database(), TestDatabase.KEY, clock, Branch.ZONE);
  private final PostgresRecords records = test.records(clock);
  private int version;

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void nothingIsFoundOrOpenedAnyMore() {
    String person = writeEverything();
    Set<String> keysBefore = wrapped();
    clock.advance(Duration.ofMinutes(1));

    var erased = erase(ME, person);

    assertThat(erased.kept()).isEmpty();
    assertThat(erased.backups()).isEqualTo(LocalDate.of(2026, 12, 20));
    Set<String> left = wrapped();
    left.retainAll(keysBefore);
    assertThat(left).as("keys from before").isEmpty();
    for (byte[] trace :
        List.of(
            text(NIK.digits()),
            text("81299887766"),
            text("81233445566"),
            text("Wagiman"),
            keys.index().nik(NIK),
            keys.index().phone(new Phone("+6281299887766")))) {
      for (String table : tables()) {
        String all = String.join("\n", test.texts("select t::text from " + table + " t"));
        assertThat(all)
            .as(table)
            .doesNotContain(HexFormat.of().formatHex(trace))
            .doesNotContain(new String(trace, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(test.count("select count(*) from journal")).isZero();
    assertThat(test.count("select count(*) from file_chunks")).isZero();
    assertThat(test.count("select count(*) from consents where withdrawn is null")).isZero();
    assertThat(test.count("select count(*) from erasures where finished is not null")).isOne();
  }

  @Test
  void theSameEffectErasesOnce() {
    String person = writeEverything();
    var effect = new Effect.EraseMyData(person, TERMS);
    var id = EffectId.of(ME, 500, 0);

    Answer first = TestDatabase.await(records.ask(ME, id, effect));
    Answer again = TestDatabase.await(records.ask(ME, id, effect));

    assertThat(again).isEqualTo(first);
    assertThat(test.count("select count(*) from erasures")).isOne();
  }

  @Test
  void somebodyElsesNumberErasesNobody() {
    String person = writeEverything();

    Answer answer = ask(OTHER, new Effect.EraseMyData(person, TERMS));

    assertThat(answer).isInstanceOf(Answer.NotIdentified.class);
    assertThat(test.texts("select name from persons")).contains("Wagiman Hartono");
  }

  @Test
  void aRunningClaimStaysReadableUntilItIsOver() {
    String file = file("surat kematian");
    var opened = (Answer.ClaimOpened) ask(ME, new Effect.OpenClaim(Forms.claim(NIK, List.of())));
    TestDatabase.await(
        records.tell(ME, id(ME), new Effect.AddPaper(opened.number(), file, "death-certificate")));
    String loose = file("bukan untuk klaim");

    var erased = (Answer.Erased) ask(ME, new Effect.EraseMyData(null, TERMS));

    assertThat(erased.kept()).containsExactly(new MyData.Kept("claim", opened.number(), null));
    assertThat(TestDatabase.await(files.read(file)).toString()).contains("surat kematian");
    assertThat(test.texts("select id::text from files")).doesNotContain(loose);
    assertThat(openedCause()).isEqualTo(Forms.claim(NIK, List.of()).deceased().cause());
    assertThat(TestDatabase.await(erasures.finish())).isZero();
    assertThat(kept(erased)).containsExactly("claim");

    test.count(
        "with paid as (update claims set state = 'PAID', state_since = '2026-11-21' returning 1)"
            + " select count(*) from paid");
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-02T00:00:00Z")));

    assertThat(TestDatabase.await(erasures.finish())).isOne();
    assertThat(test.count("select count(*) from claims")).isZero();
    assertThat(test.count("select count(*) from files")).isZero();
    assertThat(kept(erased)).isEmpty();
    assertThat(TestDatabase.await(erasures.latest(5)))
        .singleElement()
        .satisfies(proof -> assertThat(proof.code()).isEqualTo(erased.proof().text()));
  }

  @Test
  void aPaidMembershipStaysUntilItsMonthIsOver() {
    String person = writeEverything();
    paid("2026-12-01");

    var erased = erase(ME, person);

    assertThat(erased.kept())
        .containsExactly(new MyData.Kept("membership", "membership", LocalDate.of(2026, 12, 31)));
    assertThat(test.texts("select name from persons")).contains("Wagiman Hartono");
    assertThat(test.count("select count(*) from talks where person is not null")).isZero();
    clock.advance(Duration.between(clock.instant(), Instant.parse("2027-01-02T00:00:00Z")));

    assertThat(TestDatabase.await(erasures.finish())).isOne();
    assertThat(test.texts("select name from persons")).doesNotContain("Wagiman Hartono");
    assertThat(kept(erased)).isEmpty();
  }

  @Test
  void anotherConversationOfThePersonIsErasedAndTold() {
    String person = writeEverything();
    ask(OTHER, new Effect.OpenTicket("petugas", "dari telegram"));
    journal(OTHER, "nik saya", "2026-11-20T07:59:00Z");
    test.count(
        "with bound as (insert into profiles (talk, person) select id, "
            + person
            + " from talks on conflict do nothing returning 1) select count(*) from bound");

    var erased = erase(ME, person);

    assertThat(test.count("select count(*) from journal")).isZero();
    assertThat(
            TestDatabase.await(
                    new PostgresNotices(test.database(), TestDatabase.KEY).waiting(0, 10))
                .stream()
                .map(Notices.Waiting::notice))
        .containsExactly(new Notice.Erased(erased.proof()));
  }

  @Test
  void theJournalGoesOnWithoutWhatWasSaidBefore() {
    String person = writeEverything();
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-20T08:10:00Z")));
    erase(ME, person);

    journal(ME, "tertunda", "2026-11-20T08:05:00Z");
    journal(ME, "sesudahnya", "2026-11-20T08:11:00Z");

    String said =
        TestDatabase.await(
            test.database()
                .transact(
                    handle -> {
                      long talk = handle.select("select talk from journal").mapTo(Long.class).one();
                      byte[] texts =
                          handle.select("select texts from journal").mapTo(byte[].class).one();
                      return keys.talk(handle, talk).open("journal", texts);
                    }));
    assertThat(said).contains("sesudahnya");
  }

  @Test
  void withdrawnConsentIsRecordedAndNotShown() {
    String person = writeEverything();
    TestDatabase.await(records.tell(ME, id(ME), new Effect.WithdrawConsent()));

    var read = (Answer.MyDataRead) ask(ME, new Effect.ReadMyData(person, TERMS));

    assertThat(read.data().consents()).isEmpty();
    assertThat(read.data().who())
        .isEqualTo(new MyData.Who("Wagiman Hartono", NIK.masked(), "+62••••766"));
    assertThat(read.data().counts()).isEqualTo(new MyData.Counts(1, 1, 0, 1, 0));
    assertThat(test.count("select count(*) from consents where withdrawn is not null")).isOne();
    assertThat(test.count("select count(*) from reminder_wishes where not wanted")).isOne();
  }

  private String writeEverything() {
    EnrollmentForm form = form();
    ask(ME, new Effect.KeepDraft(form.person().birthDate(), Map.of("isi", "rahasia draf")));
    var enrolled = (Answer.Enrolled) ask(ME, new Effect.SubmitEnrollment(form));
    ask(ME, new Effect.OpenTicket("petugas", "mau bicara dengan orang"));
    TestDatabase.await(records.tell(ME, id(ME), new Effect.RecordConsent("enroll", "2026-11")));
    TestDatabase.await(records.tell(ME, id(ME), new Effect.SetReminders(true, 8)));
    file("foto ktp");
    journal(ME, "nik saya " + NIK.digits(), "2026-11-20T08:00:00Z");
    var said = new Effect.Send(Bubble.of("Bapak Wagiman"), false);
    var post = new Post(EffectId.of(ME, 99, 1), said, null, "wamid.81233445566");
    TestDatabase.await(
        new PostgresDeliveries(test.database(), TestDatabase.KEY, clock)
            .sent(List.of(new Deliveries.Sent("wamid.81233445566", post))));
    return enrolled.person();
  }

  private static EnrollmentForm form() {
    return Forms.enrolment(NIK);
  }

  private void paid(String month) {
    test.count(
        "with paid as (insert into memberships (reference, person, programmes, since, paid_until)"
            + " select 'ref-1', id, 'JKK,JKM', '2026-11-01', '"
            + month
            + "' from persons where name = 'Wagiman Hartono' on conflict (person) do update"
            + " set paid_until = excluded.paid_until returning 1) select count(*) from paid");
  }

  private String file(String text) {
    return TestDatabase.await(
            files.keepMade(
                ME,
                id(ME).text(),
                "text/plain",
                Buffer.buffer(text.repeat(9_000)),
                Instant.parse("2027-11-20T08:00:00Z")))
        .fileId();
  }

  private String openedCause() {
    return TestDatabase.await(
        test.database()
            .transact(
                handle ->
                    keys.talk(
                            handle,
                            handle.select("select talk from claims").mapTo(Long.class).one())
                        .open(
                            "cause",
                            handle.select("select cause from claims").mapTo(byte[].class).one())));
  }

  private List<String> kept(Answer.Erased erased) {
    var verify = new Verify(test.database(), TestDatabase.KEY);
    var result = (Verify.Result.Erased) TestDatabase.await(verify.code(erased.proof().text()));
    assertThat(result.backups()).isEqualTo(erased.backups());
    return result.kept();
  }

  private Answer.Erased erase(ConversationId who, String person) {
    return (Answer.Erased) ask(who, new Effect.EraseMyData(person, TERMS));
  }

  private Answer ask(ConversationId who, Effect.Ask ask) {
    return TestDatabase.await(records.ask(who, id(who), ask));
  }

  private EffectId id(ConversationId who) {
    version++;
    return EffectId.of(who, version, 0);
  }

  private void journal(ConversationId who, String said, String at) {
    var entry = new JournalEntry("event", Instant.parse(at), said, "baik", "idle", null, 0.9);
    TestDatabase.await(journal.write(List.of(new Journal.Line(who, id(who), entry))));
  }

  private Set<String> wrapped() {
    return new HashSet<>(test.texts("select encode(wrapped, 'hex') from person_keys"));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> tables() {
    return test.texts(
        "select quote_ident(tablename) from pg_tables where schemaname = 'public'"
            + " and tablename not like 'flyway%'");
  }
}
