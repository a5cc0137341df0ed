package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.mind.heard.Children;
import id.kentongan.dialogs.mind.heard.Tenure;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Turn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildrenTest {
  private static final Scene SCENE =
      new Scene(
          new Turn(
              new ConversationId("telegram", "1"),
              1,
              Talk.fresh(),
              Transcript.START,
              Transcript.START,
              null,
              null),
          TestContent.load(),
          Dialogs.json());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "beasiswa anak sd 2 orang dapat brp | sd=2;2",
        "2 anak sd dapat berapa | sd=2;2",
        "anak saya dua, sd semua | sd=2;2",
        "beasiswa sd dan smp | sd=1,smp=1;2",
        "anak 2, smp sama kuliah | kuliah=1,smp=1;2",
        "2 sd 1 smp | sd=2,smp=1;3",
        "kalau anaknya tiga? | ;3",
        "kelas 2 sd | sd=1;1",
        "umur 7 anaknya sd | sd=1;1",
        "anak smk | sma=1;1",
        "bojoku lara | ;0",
        "anak kula kalih taksih sd | sd=2;2"
      })
  void countsChildrenAsTheyAreTold(String text, String children) {
    Children told = Children.of(SCENE, text);
    assertThat(told.stored()).isEqualTo(children);
    assertThat(Children.stored(told.stored())).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sd=1;1 | kalau anaknya dua? | sd=2;2",
        "sd=2;2 | kalau kuliah? | kuliah=2;2",
        "sd=1,smp=1;2 | kalau tiga anak? | ;3",
        "sd=2;2 | kalau sd dan smp? | sd=1,smp=1;2"
      })
  void keepsWhatWasToldBefore(String before, String text, String now) {
    Children told = Children.of(SCENE, text).after(Children.stored(before));
    assertThat(told.stored()).isEqualTo(now);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jkm belum 3 bulan dapat berapa | 2 true",
        "baru 2 bulan ikut | 2 false",
        "baru daftar langsung meninggal | 0 true",
        "sudah 5 tahun | 60 false",
        "kurang dari setahun | 11 true",
        "kalau meninggal dapat berapa | ?"
      })
  void readsHowLongSomebodyPaid(String text, String tenure) {
    String read = Tenure.of(SCENE, text).map(t -> t.months() + " " + t.under()).orElse("?");
    assertThat(read).isEqualTo(tenure);
  }
}
