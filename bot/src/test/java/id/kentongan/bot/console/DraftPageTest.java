package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is published is sound together with all that is published already: a node takes up all of
/// it or nothing.
@Timeout(240)
class DraftPageTest {
  private static final String ONE = "words/id/isi.yaml";
  private static final String OTHER = "words/id/petugas.yaml";
  private static final String TARIFF = "tariffs/2026.yaml";
  private static final String KEY = "\nconsole.reason.coba: Coba lagi ya.\n";

  private final Office office = new Office();
  private final ContentVersions versions = new ContentVersions(office.database, office.clock);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void twoDraftsThatAreAtOddsAreNotBothPublished() throws IOException {
    long one = draft(ONE, KEY);
    long other = draft(OTHER, KEY);
    assertThat(publish(one)).contains("Semua server memakainya");
    assertThat(publish(other)).contains("Belum bisa", "console.reason.coba");
    assertThat(versions.published().await()).containsOnlyKeys(ONE);
    assertThat(versions.drafts().await()).extracting(draft -> draft.id()).containsExactly(other);
  }

  @Test
  void anEarlierVersionThatIsAtOddsWithTheOthersIsNotBroughtBack() throws IOException {
    long first = draft(ONE, KEY);
    publish(first);
    publish(draft(ONE, "\n# lain\n"));
    publish(draft(OTHER, KEY));
    String page = done(office.post(at(first) + "/pulihkan", "", office.in(Role.SUPERVISOR)));
    assertThat(page).contains("Belum bisa", "console.reason.coba");
    assertThat(versions.published().await().values())
        .extracting(version -> version.id())
        .doesNotContain(first);
  }

  @Test
  void whichVersionIsSaidNowIsToldAlsoAfterGoingBack() throws IOException {
    long first = draft(ONE, "\n# satu\n");
    publish(first);
    long second = draft(ONE, "\n# dua\n");
    publish(second);
    assertThat(seen(first))
        .contains("Kembali ke versi ini")
        .doesNotContain("berlaku sekarang</span");
    assertThat(seen(second)).contains("berlaku sekarang</span").doesNotContain("Kembali ke versi");
    office.post(at(first) + "/pulihkan", "", office.in(Role.SUPERVISOR));
    assertThat(seen(first)).contains("berlaku sekarang</span").doesNotContain("Kembali ke versi");
    String all = office.get("/console/isi/tulis?berkas=" + ONE, office.in(Role.EDITOR)).body();
    assertThat(all.split("berlaku sekarang", -1)).hasSize(2);
  }

  @Test
  void aTariffThatIsSaidNowTellsWhatItChanged() throws IOException {
    String old = Files.readString(Path.of("../config", TARIFF));
    String dearer = old.replace("base: 3450000", "base: 3500000");
    assertThat(dearer).isNotEqualTo(old);
    long first = versions.draft("editor", TARIFF, old, "00").await();
    publish(first);
    long second = versions.draft("editor", TARIFF, dearer, "00").await();
    publish(second);
    assertThat(seen(second))
        .contains("Yang berubah dari sebelumnya", "base: 3500000", "Sebelumnya")
        .doesNotContain("Tidak ada, dari contoh");
    assertThat(seen(first)).contains("Bedanya dengan yang berlaku sekarang", "Dengan versi ini");
  }

  @Test
  void whatATariffChangesIsToldFromTheOfficesMonthOn() throws IOException {
    office.clock.advance(
        Duration.between(office.clock.instant(), Instant.parse("2026-12-31T18:00:00Z")));
    String old = Files.readString(Path.of("../config", TARIFF));
    String dearer = old.replace("jkm: 6800", "jkm: 7800");
    assertThat(seen(versions.draft("editor", TARIFF, dearer, "00").await()))
        .contains("Januari 2027")
        .doesNotContain("Desember 2026");
  }

  @Test
  void whatIsDroppedIsNotSaidToBeUsed() throws IOException {
    long draft = draft(ONE, "\n# keliru\n");
    String page = done(office.post(at(draft) + "/buang", "", office.in(Role.SUPERVISOR)));
    assertThat(page).contains("Naskahnya sudah dibuang").doesNotContain("Semua server");
  }

  @Test
  void aColleaguesChangeThatADraftWouldUndoIsNamed() throws IOException {
    long mine = draft(ONE, "\n# dari saya\n");
    assertThat(seen(mine)).doesNotContain("sesudah naskah ini ditulis");
    publish(draft(ONE, "\n# dari rekan\n"));
    assertThat(seen(mine)).contains("sesudah naskah ini ditulis", "# dari rekan");
  }

  private long draft(String file, String more) throws IOException {
    String text = Files.readString(Path.of("../config", file)) + more;
    return versions.draft("editor", file, text, "00").await();
  }

  private String publish(long draft) {
    office.clock.advance(Duration.ofMinutes(1));
    return done(office.post(at(draft) + "/terbit", "", office.in(Role.SUPERVISOR)));
  }

  private String seen(long draft) {
    return office.get(at(draft), office.in(Role.SUPERVISOR)).body();
  }

  /// The page on which an act ends.
  private String done(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(path -> office.get(path, office.in(Role.SUPERVISOR)).body())
        .orElse(answer.body());
  }

  private static String at(long draft) {
    return "/console/isi/naskah/" + draft;
  }
}
