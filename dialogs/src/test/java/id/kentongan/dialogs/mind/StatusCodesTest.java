package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.values.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Codes to the phone in a record.
class StatusCodesTest {
  private static final List<String> IDENTIFIED =
      List.of("> sudah aktif belum", "> 3510171708850003", "> 17 agustus 85");

  private final Content content = TestContent.load();

  @Test
  void areNotOfferedWhereNoMessageReachesAPhoneByItsNumber() {
    String happened = transcript(content.reaching(Rules.Reach.NOTHING)).play(IDENTIFIED);
    assertThat(happened).doesNotContain("Kirim kode").contains("nomor peserta KPJ", "[Petugas]");
  }

  @Test
  void areRefusedWithAnotherWayWhenAnOldButtonAsksForOne() {
    var transcript = transcript(content.reaching(Rules.Reach.NOTHING));
    transcript.play(IDENTIFIED);
    String happened = transcript.play(List.of("> [code.send]"));
    assertThat(happened).contains("tidak bisa dikirim").doesNotContain("! SendCode");
    assertThat(transcript.play(List.of("> K7M4-92QX"))).contains("! Identify");
  }

  @Test
  void goWithTheMessageForPlatformsThatWantThemInAFormOfTheirOwn() {
    var transcript = transcript(content);
    transcript.play(List.of("* {\"@\":\"IdentityCode\",\"code\":\"123456\"}"));
    assertThat(transcript.bubbles())
        .singleElement()
        .satisfies(
            bubble -> {
              assertThat(bubble.code()).isEqualTo(new Code("123456"));
              assertThat(bubble.text()).contains("123456");
            });
  }

  private static Transcript transcript(Content content) {
    return new Transcript(content, new KeywordEar());
  }
}
