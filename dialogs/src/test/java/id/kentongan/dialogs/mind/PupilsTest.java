package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Scholarship.Pupil;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.mind.heard.Pupils;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Turn;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PupilsTest {
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
        "10 tahun kelas 4 SD | sd 4 10",
        "kelas 4 sd umur 10 | sd 4 10",
        "umur 10, sd kelas 4 | sd 4 10",
        "10th kls 4 sd | sd 4 10",
        "anak 10 thn sd 4 | sd 4 10",
        "10 tahun kelas 4 SD, 16 tahun kelas 1 SMA | sd 4 10, sma 1 16",
        "kelas 4 sd umur 10 dan kelas 11 smk umur 16 | sd 4 10, sma 2 16",
        "smp kelas 8 umur 14 | smp 2 14",
        "19 tahun kuliah | kuliah 1 19",
        "5 tahun tk | tk 1 5",
        "3 tahun belum sekolah | none 1 3",
        "yang kecil 3 tahun belum sekolah, yang besar 12 tahun kelas 6 sd | none 1 3, sd 6 12",
        "10 tahun | ?",
        "kelas 4 sd | ?",
        "masih sekolah | ?",
        "10 tahun kelas 9 sd | ?",
        "sd umur 10 | ?",
        "tidak ada | ?"
      })
  void readsChildrenAsTheyAreTold(String text, String children) {
    String read =
        Pupils.read(SCENE, text) instanceof Parsed.Value<List<Pupil>>(List<Pupil> pupils)
            ? pupils.stream()
                .map(p -> p.level() + ' ' + p.grade() + ' ' + p.age())
                .collect(Collectors.joining(", "))
            : "?";
    assertThat(read).isEqualTo(children);
  }
}
