package id.kentongan.integrations.postgres.officers;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.officers.PeopleSearch.By;
import id.kentongan.integrations.postgres.sample.SampleData;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PeopleSearchTest {
  private static final TestDatabase TEST = TestDatabase.start();
  private static final SetClock CLOCK = new SetClock("2026-11-20T02:00:00Z");
  private final PeopleSearch search = new PeopleSearch(TEST.database(), TestDatabase.KEY, CLOCK);

  @BeforeAll
  static void people() {
    var zone = ZoneId.of("Asia/Jakarta");
    await(new SampleData(TEST.database(), TestDatabase.KEY, CLOCK, zone).load());
    await(
        TEST.database()
            .transact(
                handle ->
                    handle.execute(
                        "insert into regions values ('35.10.04.2005', 'Kedungasri',"
                            + " 'kedungasri')")));
  }

  @Test
  void findsByTheirNumberWhoWritesOnWhatsAppAndIsNotKnownByName() {
    var who = new ConversationId("whatsapp", "6281234500001");
    var talks = new Talks(new Keyring(TestDatabase.KEY));
    long talk = await(TEST.database().transact(handle -> talks.of(handle, who).id()));
    var by = new By.ByPhone(new Phone("+6281234500001"));
    assertThat(await(search.find("dimas", by, 10)))
        .extracting(PeopleSearch.Found::talk, PeopleSearch.Found::person)
        .containsExactly(tuple(talk, 0L));
  }

  @AfterAll
  static void disconnect() {
    TEST.close();
  }

  static Stream<Arguments> asked() {
    return Stream.of(
        Arguments.of(new By.Name("slamet"), List.of("Slamet Riyadi")),
        Arguments.of(new By.Name("i%a"), List.of()),
        Arguments.of(new By.Village("asri"), List.of("Slamet Riyadi")),
        Arguments.of(new By.Village("35.10.04.2005"), List.of("Slamet Riyadi")),
        Arguments.of(new By.Village("35.10.04"), List.of("Slamet Riyadi")),
        Arguments.of(new By.ByNik(new Nik("3510055205909002")), List.of("Siti Aminah")),
        Arguments.of(new By.ByNik(new Nik("3510055205909009")), List.of()),
        Arguments.of(new By.ByPhone(new Phone("+628000009002")), List.of("Siti Aminah")),
        Arguments.of(new By.Matter("DFT-2026-000001"), List.of("Joko Susilo")),
        Arguments.of(new By.Matter("XXX-2026-000001"), List.of()));
  }

  @ParameterizedTest
  @MethodSource("asked")
  void findsPeople(By by, List<String> names) {
    assertThat(await(search.find("dimas", by, 10)))
        .extracting(PeopleSearch.Found::name)
        .isEqualTo(names);
  }

  @Test
  void aSearchIsWrittenDownWithoutWhatWasAsked() {
    await(search.find("wati", new By.ByNik(new Nik("3510055205909002")), 10));
    assertThat(TEST.texts("select act || ' ' || matter from audit where officer = 'wati'"))
        .containsExactly("search by nik people");
  }
}
