package id.kentongan.integrations.postgres.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
  private static final ConversationId PHONE = new ConversationId("whatsapp", "6281298765432");
  private static final ConversationId OTHER = new ConversationId("whatsapp", "6281200000001");
  private static final Nik JOKO = new Nik("3510171708850003");
  private static final Nik SITI = new Nik("3510175708850004");
  private static final LocalDate BORN = LocalDate.of(1985, 8, 17);
  private static final Code KEY = new Code("402817");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final PostgresRecords records = test.records(clock);
  private int version;
  private Answer.Enrolled joko = none();
  private Answer.Enrolled siti = none();

  @BeforeEach
  void twoOnOnePhone() {
    tell(PHONE, new Effect.RecordConsent("enroll", "v1"));
    joko = enrol("Joko", JOKO);
    tell(PHONE, new Effect.RecordConsent("enroll", "v1"));
    siti = enrol("Siti", SITI);
    assertThat(keep(siti, KEY)).isEqualTo(new Answer.KeyKept());
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void eachHasTheirOwnConsentAndKey() {
    assertThat(test.texts("select p.name from consents c join persons p on p.id = c.person"))
        .containsExactlyInAnyOrder("Joko", "Siti");
    assertThat(ask(PHONE, new Effect.ReadProfiles()))
        .isEqualTo(
            new Answer.ProfilesRead(
                List.of(
                    new Answer.Profile(joko.person(), "Joko", false),
                    new Answer.Profile(siti.person(), "Siti", true))));
    assertThat(test.texts("select pin from profiles where pin is not null"))
        .allMatch(pin -> pin.startsWith("$argon2id$") && !pin.contains(KEY.text()));
  }

  @Test
  void nothingOfOneIsShownToAnother() {
    assertThat(ask(PHONE, new Effect.ReadStatus(joko.person())))
        .isEqualTo(new Answer.NotIdentified());
    assertThat(ask(PHONE, new Effect.OpenProfile(joko.person(), KEY)))
        .as("a key of another")
        .isEqualTo(new Answer.NotIdentified());
    assertThat(keep(joko, new Code("918273"))).isEqualTo(new Answer.NotIdentified());
    assertThat(ask(OTHER, new Effect.OpenProfile(siti.person(), KEY)))
        .as("the key in another conversation")
        .isEqualTo(new Answer.NotIdentified());
    assertThat(ask(OTHER, new Effect.ReadProfiles())).isEqualTo(new Answer.ProfilesRead(List.of()));
    assertThat(ask(PHONE, new Effect.OpenProfile(siti.person(), KEY)))
        .isEqualTo(new Answer.Identified(siti.person(), "Siti"));
    assertThat(ask(PHONE, new Effect.ReadStatus(siti.person())))
        .isInstanceOf(Answer.StatusRead.class);
  }

  @Test
  void enrollingAgainUnderTheirNumberOpensNothing() {
    prove(joko, JOKO);
    Answer.Enrolled again = enrol("Joko", JOKO);
    assertThat(again.person()).isNotEqualTo(joko.person());
    assertThat(keep(again, new Code("555123"))).isEqualTo(new Answer.KeyKept());
    assertThat(ask(PHONE, new Effect.ReadStatus(joko.person())))
        .isEqualTo(new Answer.NotIdentified());
  }

  @Test
  void whoForgotTheKeyProvesThemselvesAndChoosesAnew() {
    assertThat(keep(siti, new Code("918273"))).isEqualTo(new Answer.Refused("key-exists"));
    prove(siti, SITI);
    assertThat(keep(siti, new Code("918273"))).isEqualTo(new Answer.KeyKept());
    assertThat(ask(PHONE, new Effect.OpenProfile(siti.person(), KEY)))
        .isEqualTo(new Answer.NotIdentified());
    assertThat(ask(PHONE, new Effect.OpenProfile(siti.person(), new Code("918273"))))
        .isInstanceOf(Answer.Identified.class);
  }

  @Test
  void triesAreFew() {
    for (int i = 0; i < 3; i++) {
      assertThat(ask(PHONE, new Effect.OpenProfile(siti.person(), new Code("00001" + i))))
          .isEqualTo(new Answer.NotIdentified());
    }
    assertThat(ask(PHONE, new Effect.OpenProfile(siti.person(), KEY)))
        .isInstanceOf(Answer.TooManyTries.class);
    clock.advance(Duration.ofMinutes(61));
    assertThat(ask(PHONE, new Effect.OpenProfile(siti.person(), KEY)))
        .isInstanceOf(Answer.Identified.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456", "654321", "000000", "777777", "170885", "850817"})
  void refusesKeysThatAnybodyGuesses(String weak) {
    prove(siti, SITI);
    assertThat(keep(siti, new Code(weak))).isEqualTo(new Answer.Refused("key-weak"));
  }

  private void prove(Answer.Enrolled who, Nik nik) {
    assertThat(ask(PHONE, new Effect.Identify(nik, BORN, who.receipt())))
        .isInstanceOf(Answer.Identified.class);
  }

  private Answer keep(Answer.Enrolled who, Code key) {
    return ask(PHONE, new Effect.KeepProfileKey(who.person(), key));
  }

  private Answer.Enrolled enrol(String name, Nik nik) {
    var village = new Place("35.10.04.2005", "", "", "", Branch.ZONE);
    var person = new EnrollmentForm.Person(name, nik, BORN, null, village);
    var monthly = new Rupiah(1_000_000);
    var work =
        new EnrollmentForm.Work(
            new Occupation("petani", Sector.OTHER), new Income(monthly, Income.Per.MONTH), monthly);
    var plan =
        new EnrollmentForm.Plan(Programme.basic(), YearMonth.of(2026, 11), 1, new Rupiah(16_800));
    var form = new EnrollmentForm(person, work, plan, Map.of());
    return (Answer.Enrolled) ask(PHONE, new Effect.SubmitEnrollment(form));
  }

  private static Answer.Enrolled none() {
    return new Answer.Enrolled("", new Code("K7M4-92QX"), "0");
  }

  private Answer ask(ConversationId who, Effect.Ask ask) {
    version++;
    return TestDatabase.await(records.ask(who, EffectId.of(who, version, 0), ask));
  }

  private void tell(ConversationId who, Effect effect) {
    version++;
    TestDatabase.await(records.tell(who, EffectId.of(who, version, 0), effect));
  }
}
