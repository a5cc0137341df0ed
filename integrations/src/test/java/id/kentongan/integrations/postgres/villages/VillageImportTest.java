package id.kentongan.integrations.postgres.villages;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.villages.Imported.Fault;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VillageImportTest {
  private final TestDatabase test = TestDatabase.start();
  private final VillageImport into =
      new VillageImport(
          test.database(), TestDatabase.KEY, new CategoryWords(TestContent.load().words()));

  @AfterEach
  void disconnect() {
    test.close();
  }

  private void regions() {
    await(
        into.regions(
            Tables.of(
                "35,JAWA TIMUR",
                "3510,KAB. BANYUWANGI",
                "351004,Tegaldlimo",
                "3510042003,Kedunggebang",
                "35.10.04.2005,Kedungasri")));
  }

  @Test
  void takesRegionsWithDotsOrWithoutOnce() {
    regions();
    Imported again =
        await(into.regions(Tables.of("kode,nama", "35.10.04.2005,Kedung Asri", "35,JAWA TIMUR")));

    assertThat(again).isEqualTo(new Imported(2, 1, java.util.List.of(), 0));
    assertThat(test.texts("select code || ' ' || name || ' ' || key from regions order by code"))
        .containsExactly(
            "35 Jawa Timur jawatimur",
            "35.10 Banyuwangi banyuwangi",
            "35.10.04 Tegaldlimo tegaldlimo",
            "35.10.04.2003 Kedunggebang kedunggebang",
            "35.10.04.2005 Kedung Asri kedungasri");
  }

  @Test
  void namesTheLineOfEachWrongRegionAndTakesTheOthers() {
    Imported imported =
        await(
            into.regions(
                Tables.of(
                    "code,name",
                    "35,Jawa Timur",
                    "35,Jawa Timur",
                    "3510040005,Kode BPS",
                    "36.01.01,Tanpa Induk",
                    "36.01.01.2001,Anaknya",
                    "35.10,=HYPERLINK(A1)",
                    "35.11,",
                    "abc,Bukan")));

    assertThat(imported.good()).isEqualTo(1);
    assertThat(imported.refused()).isEqualTo(7);
    assertThat(imported.faults().stream().map(Fault::toString))
        .satisfiesExactly(
            f -> assertThat(f).contains("line=3").contains("line 2 again"),
            f -> assertThat(f).contains("line=4").contains("no Kemendagri code"),
            f -> assertThat(f).contains("line=5").contains("no line for 36.01"),
            f -> assertThat(f).contains("line=6").contains("no line for 36.01.01"),
            f -> assertThat(f).contains("line=7").contains("formula"),
            f -> assertThat(f).contains("line=8").contains("name"),
            f -> assertThat(f).contains("line=9").contains("no Kemendagri code"));
  }

  @Test
  void sumsWorkersUpwardsWhereAnAreaHasNoFiguresOfItsOwn() {
    regions();
    var file =
        new String[] {
          "code,category,formal,year,workers",
          "35.10.04.2003,pekerja rentan,informal,2026,120",
          "35.10.04.2005,Pekerja Rentan,BPU,2026,80",
          "35,pekerja rentan,informal,2026,1.250",
          "35.10.04.2099,kader,informal,2026,3",
          "35.10.04.2005,astronot,informal,2026,3",
          "35.10.04.2005,kader,informal,2026,-3"
        };
    Imported first = await(into.workers(Tables.of(file)));
    Imported again = await(into.workers(Tables.of(file)));

    assertThat(first.changed()).isEqualTo(3);
    assertThat(again.changed()).isZero();
    assertThat(again.good()).isEqualTo(3);
    assertThat(first.faults().stream().map(Fault::line)).containsExactly(5L, 6L, 7L);
    assertThat(test.texts("select area || ' ' || workers from worker_sums order by area"))
        .containsExactly(
            "35 1250", "35.10 200", "35.10.04 200", "35.10.04.2003 120", "35.10.04.2005 80");
    assertThat(
            await(
                into.workers(
                    Tables.of(
                        "code,category,formal,year,workers",
                        "35.10.04.2005,pekerja rentan,informal,2024,1"))))
        .satisfies(old -> assertThat(old.faults().getFirst().why()).contains("2026"));
  }

  @Test
  void takesTargetsAsNumbersAndShares() {
    regions();
    Imported imported =
        await(
            into.targets(
                Tables.of(
                    "code,year,target,category",
                    "35,2026,49.46%,",
                    "35.10.04.2005,2026,300,",
                    "35.10.04.2005,2026,100,kader",
                    "35.10,2026,140%,")));

    assertThat(imported.good()).isEqualTo(3);
    assertThat(imported.faults())
        .containsExactly(new Fault(5, "a share must be between 0% and 100%"));
    assertThat(test.texts("select coalesce(people::text, share::text) from targets order by area"))
        .startsWith("0.49460");
  }

  @Test
  void countsEachMemberOnceByMonthAndKeepsNoNumber() {
    regions();
    Imported first =
        await(
            into.members(
                Tables.of(
                    "nik,village,category,formal,since,until",
                    "3510041708859001,35.10.04.2005,pekerja rentan,informal,2025-03-01,2026-02",
                    "3510041708859002,35.10.04.2005,pekerja rentan,informal,15/06/2025,",
                    "3510041708859002,35.10.04.2003,kader,informal,2025-06,",
                    "\"3,51E+15\",35.10.04.2005,kader,informal,2025-06,",
                    "351004170885900,35.10.04.2005,kader,informal,2025-06,",
                    "3510041708859004,35.10.04,kader,informal,2025-06,",
                    "3510041708859005,35.10.04.2005,kader,informal,2026-06,2025-06")));

    assertThat(first.good()).isEqualTo(2);
    assertThat(first.faults().toString()).doesNotContain("351004170885");
    assertThat(first.faults().stream().map(Fault::line)).containsExactly(4L, 5L, 6L, 7L, 8L);
    assertThat(at("35", "2025-05-01")).isEqualTo(1);
    assertThat(at("35.10.04.2005", "2025-12-01")).isEqualTo(2);
    assertThat(at("35.10", "2026-03-01")).isEqualTo(1);

    await(
        into.members(
            Tables.of(
                "nik,village,category,formal,since,until",
                "3510041708859001,35.10.04.2003,kader,informal,2025-03,")));
    assertThat(at("35.10.04.2005", "2026-03-01")).isEqualTo(1);
    assertThat(at("35.10.04.2003", "2026-03-01")).isEqualTo(1);
    assertThat(at("35", "2026-03-01")).isEqualTo(2);
  }

  private long at(String area, String month) {
    return test.count(
        "select coalesce(sum(change), 0) from member_months where area = '%s' and month <= '%s'"
            .formatted(area, month));
  }

  @Test
  void takesFiftyThousandRowsAndTheSameAgainDoublesNothing() {
    regions();
    var lines = new ArrayList<String>();
    lines.add("nik,village,category,formal,since,until");
    for (int i = 0; i < 50_000; i++) {
      lines.add(
          "%016d,35.10.04.%d,%s,informal,202%d-0%d,"
              .formatted(
                  3510040101800000L + i,
                  i % 2 == 0 ? 2003 : 2005,
                  i % 3 == 0 ? "kader" : "pekerja rentan",
                  i % 6,
                  1 + i % 9));
    }
    Imported first = await(into.members(Tables.of(lines)));
    Imported again = await(into.members(Tables.of(lines)));

    assertThat(first).isEqualTo(new Imported(50_000, 50_000, java.util.List.of(), 0));
    assertThat(again).isEqualTo(new Imported(50_000, 0, java.util.List.of(), 0));
    assertThat(at("35", "2030-01-01")).isEqualTo(50_000);
    assertThat(at("35.10.04.2005", "2030-01-01")).isEqualTo(25_000);
  }

  @Test
  void refusesAFileWithoutTheColumnsAndTakesNothing() {
    regions();
    assertThatThrownBy(() -> await(into.members(Tables.of("nama,desa", "Budi,x"))))
        .hasMessageContaining("no column");
    assertThat(test.count("select count(*) from members")).isZero();
  }
}
