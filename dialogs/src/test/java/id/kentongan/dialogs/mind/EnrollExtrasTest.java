package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.TestContent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The optional fields are asked when the rules name them, and can be skipped.
class EnrollExtrasTest {
  private static final List<String> ENROL =
      List.of(
          "> mau daftar",
          "> ya",
          "> Slamet Riyadi",
          "> 3510171708850003",
          "> petani",
          "> ya",
          "> sejuta",
          "> tegaldlimo",
          "> 2 program",
          "> 3 bulan",
          "> bukan email",
          "> slamet@contoh.id",
          "> Dusun Krajan RT 02",
          "> [extra.skip]",
          "> nomor hp salah",
          "> 0812 3456 7890",
          "> ya");

  @Test
  void asksWhatTheRulesName() {
    var transcript = new Transcript(asking(Rules.EXTRAS), new KeywordEar());
    String happened = transcript.play(ENROL);
    assertThat(transcript.states())
        .contains("enroll.email", "enroll.address", "enroll.second-occupation", "enroll.phone");
    assertThat(happened).contains("+62").contains("! SubmitEnrollment");
  }

  private static Content asking(List<String> extras) {
    Content c = TestContent.load();
    var e = c.rules().enrolment();
    var enrolment =
        new Rules.Enrolment(e.ageLimit(), e.youngest(), e.workDays(), extras, e.agentFee());
    var r = c.rules();
    var rules =
        new Rules(
            enrolment, r.death(), r.accident(), r.school(), r.consent(), r.reminders(), r.times());
    return new Content(
        c.words(),
        c.particulars(),
        c.answers(),
        c.tariffs(),
        c.places(),
        c.papers(),
        rules,
        c.offices(),
        c.parsers());
  }
}
