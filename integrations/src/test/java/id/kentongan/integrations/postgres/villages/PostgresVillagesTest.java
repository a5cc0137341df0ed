package id.kentongan.integrations.postgres.villages;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Area;
import id.kentongan.dialogs.values.AreaCoverage.Part;
import id.kentongan.dialogs.values.AreaCoverage.Place;
import id.kentongan.dialogs.values.AreaCoverage.Totals;
import id.kentongan.dialogs.values.AreaCoverage.Year;
import id.kentongan.dialogs.values.WorkerCategory;
import id.kentongan.integrations.documents.CsvTable;
import id.kentongan.integrations.postgres.TestDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresVillagesTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final TestDatabase test = TestDatabase.start();
  private final PostgresVillages villages = new PostgresVillages(test.database(), 5);
  private final Regions regions = new Regions(test.database());
  private final VillageImport into =
      new VillageImport(
          test.database(), TestDatabase.KEY, new CategoryWords(TestContent.load().words()));

  @BeforeEach
  void begin() {
    begin(false);
  }

  private void begin(boolean figures) {
    try (var sample = CsvTable.open(TestContent.config().resolve("regions.csv"))) {
      await(regions.begin(sample, figures, TODAY));
    }
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  private void figures() {
    await(
        into.workers(
            Tables.of(
                "code,category,formal,year,workers",
                "35.10.04.2005,pekerja rentan,informal,2026,200",
                "35.10.04.2005,kader,informal,2026,20",
                "35.10.04.2005,perangkat desa,formal,2026,10",
                "35.10.04.2003,pekerja rentan,informal,2026,100")));
    await(into.targets(Tables.of("code,year,target", "35.10,2026,40%", "35.10.04.2005,2026,150")));
    var lines = new ArrayList<String>();
    lines.add("nik,village,category,formal,since,until");
    members(lines, 60, "35.10.04.2005", "pekerja rentan,informal", "2025-06,");
    members(lines, 7, "35.10.04.2005", "kader,informal", "2026-02,");
    members(lines, 3, "35.10.04.2005", "perangkat desa,formal", "2026-02,");
    members(lines, 9, "35.10.04.2005", "pekerja rentan,informal", "2024-01,2026-10");
    members(lines, 4, "35.10.04.2003", "pekerja rentan,informal", "2026-01,2026-12");
    await(into.members(Tables.of(lines)));
  }

  private static void members(
      List<String> lines, int count, String village, String what, String when) {
    for (int i = 0; i < count; i++) {
      lines.add("%016d,%s,%s,%s".formatted(3510040000000000L + lines.size(), village, what, when));
    }
  }

  private AreaCoverage coverage(String code) {
    return await(villages.coverage(code, NOVEMBER)).orElseThrow();
  }

  @Test
  void tellsAVillageByCategoryAndYearAgainstItsTarget() {
    figures();
    AreaCoverage village = coverage("35.10.04.2005");

    assertThat(village.area().above()).containsExactly("Tegaldlimo", "Banyuwangi", "Jawa Timur");
    assertThat(village.totals()).isEqualTo(new Totals(230, 70, false, 150L));
    assertThat(village.years())
        .containsExactly(
            new Year(2023, 0, 0, false),
            new Year(2024, 0, 9, false),
            new Year(2025, 0, 69, false),
            new Year(2026, 0, 70, true));
    assertThat(village.sample()).isFalse();
  }

  @Test
  void neverTellsACountThatIsOfAFewPeople() {
    figures();
    assertThat(coverage("35.10.04.2005").parts())
        .as("three of the staff go together with the cadres, so that no difference tells them")
        .containsExactly(new Part(WorkerCategory.VULNERABLE, 200, 60), new Part(null, 30, 10));
    AreaCoverage few = coverage("35.10.04.2003");
    assertThat(few.totals()).isEqualTo(new Totals(100, 0, true, 40L));
    assertThat(few.parts()).isEmpty();
    assertThat(few.ranking())
        .containsExactly(
            new Place("35.10.04.2005", "Tegaldlimo", 230, 70, false),
            new Place("35.10.04.2003", "Kedungasri", 100, 0, true));
  }

  @Test
  void sumsUpToTheProvinceAndRanksWhatLiesBelow() {
    figures();
    AreaCoverage province = coverage("35");

    assertThat(province.totals()).isEqualTo(new Totals(330, 74, false, null));
    assertThat(province.ranking()).extracting(Place::code).containsExactly("35.10");
    assertThat(coverage("35.10.04").totals().target()).as("a share of the regency").isEqualTo(132);
    assertThat(await(villages.villages("35.10.04", NOVEMBER))).hasSize(9);
    assertThat(await(villages.coverage("99", NOVEMBER))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kedungasri, 0, 35.10.04.2003",
    "kedung asri tegaldlimo, 0, 35.10.04.2003",
    "kedungasry, 13, 35.10.04.2003",
    "tegaldlmo banyuwangi, 13, 35.10.04.2005",
    "tegaldlmo, 8, 35.10.04",
    "banyuwagi, 5, 35.10",
    "kedung asri tegaldlimo banyuwangi jawa timur, 0, 35.10.04.2003",
    "kdungasri tegldlimo, 0, 35.10.04.2003",
    "kedungasri banyuwngi jawa tmur, 0, 35.10.04.2003",
    "jawa timur, 2, 35",
    "zzzz, 0, ''",
    "'', 0, ''"
  })
  void findsAnAreaInSpiteOfTypingErrors(String name, int level, String code) {
    List<Area> found = await(villages.find(name, level, 8));
    assertThat(found).extracting(Area::code).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void findsWhatAnImportBroughtOrRenamedSinceTheFirstSearch() {
    assertThat(await(villages.find("randugede", 0, 8))).isEmpty();
    await(into.regions(Tables.of("code,name", "35.10.04.2001,Randugede")));
    assertThat(await(villages.find("randugde", 0, 8)))
        .containsExactly(
            new Area(
                "35.10.04.2001", "Randugede", List.of("Tegaldlimo", "Banyuwangi", "Jawa Timur")));
    await(into.regions(Tables.of("code,name", "35.10.04.2001,Pelangkidul")));
    assertThat(await(villages.find("randugede", 0, 8))).isEmpty();
    assertThat(await(villages.find("pelang kidul", 0, 8)))
        .extracting(Area::code)
        .containsExactly("35.10.04.2001");
  }

  @Test
  void showsInventedFiguresUntilRealOnesCome() {
    begin(true);
    begin(true);
    AreaCoverage invented = coverage("35.10.04");
    assertThat(invented.sample()).isTrue();
    assertThat(invented.totals().covered()).isPositive().isLessThan(invented.totals().workers());

    figures();
    assertThat(coverage("35.10").sample()).isFalse();
    assertThat(coverage("35").totals()).isEqualTo(new Totals(330, 74, false, null));
    assertThat(test.count("select count(*) from members where sample")).isZero();
  }

  @Test
  void countsWhoHasPaidInTheOwnRegistryOnce() {
    test.texts(
        """
        with person as (
          insert into persons (name, village, nik_blind, nik, birth_date)
          select 'Budi', '35.10.04.2005', '\\x01', '\\x02', '\\x03' from generate_series(1, 6)
          returning id)
        insert into memberships (reference, person, kpj_blind, kpj, programmes, since, paid_until)
        select 'r' || id, id, ('\\x0' || id)::bytea, '\\x00', 'JKK,JKM', '2026-03-15', '2026-11-01'
        from person returning reference
        """);
    assertThat(test.texts("select since || ' ' || until from members"))
        .containsExactly("2026-03-01 2026-11-01");
    test.texts("update memberships set paid_until = '2027-02-01' returning reference");
    assertThat(test.texts("select since || ' ' || until from members"))
        .containsExactly("2026-03-01 2027-02-01");
    assertThat(
            test.count(
                "select sum(change) from member_months where area = '35' and month <="
                    + " '2027-02-01'"))
        .isEqualTo(1);
  }
}
