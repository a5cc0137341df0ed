package id.kentongan.integrations.postgres.privacy;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.audit.AuditTrail;
import id.kentongan.integrations.postgres.members.People;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BreachTest {
  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-02T00:00:00Z");
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final Breach breach = new Breach(test.database(), TestDatabase.KEY, clock);

  @AfterEach
  void disconnect() {
    test.close();
  }

  /// Slamet wrote on the first day and was looked at by Dimas, Wati wrote on the day after.
  @BeforeEach
  void twoPersons() {
    var people = new People(new Keyring(TestDatabase.KEY));
    await(
        test.database()
            .transact(
                handle -> {
                  people.add(handle, facts("Slamet", "3510171708850003", "+628120000001"), false);
                  people.add(handle, facts("Wati", "3510174108850001", "+628120000002"), false);
                  handle.execute("update persons set made = '2026-10-01'");
                  handle.execute(
                      """
                      insert into talks (blind, channel, sender, person) values
                        ('\\x01', 'whatsapp', '\\x01', 1), ('\\x02', 'telegram', '\\x02', 2)
                      """);
                  return handle.execute(
                      """
                      insert into journal (effect, at, talk, state, confidence, texts) values
                        ('\\x01', '2026-11-01T05:00Z', 1, 's', 0, '\\x00'),
                        ('\\x02', '2026-11-02T05:00Z', 2, 's', 0, '\\x00')
                      """);
                }));
  }

  @Test
  void listsWhoseDataMovedInThatTime() {
    assertThat(await(breach.during(FROM, TO)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("Slamet");
              assertThat(one.phone()).isEqualTo("+628120000001");
              assertThat(one.ways()).containsExactly("whatsapp");
            });
    assertThat(test.texts("select act from audit")).containsExactly("list a breach ");
  }

  @Test
  void listsWhomAnAccountLookedAt() {
    var then = new SetClock("2026-11-01T00:01:00Z");
    var audit = new AuditTrail(test.database(), TestDatabase.KEY, then);
    await(audit.note("dimas", "look", "talk/2"));
    await(audit.note("ayu", "look", "talk/1"));
    assertThat(await(breach.by("dimas", FROM, TO)))
        .extracting(Breach.Touched::name)
        .containsExactly("Wati");
    assertThat(await(breach.by("nobody", FROM, TO))).isEmpty();
  }

  private static People.Facts facts(String name, String nik, String phone) {
    return new People.Facts(
        name,
        new Nik(nik),
        LocalDate.of(1985, 8, 17),
        new Phone(phone),
        "35.10.17.2003",
        null,
        null);
  }
}
