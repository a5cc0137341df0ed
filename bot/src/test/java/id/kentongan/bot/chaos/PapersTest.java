package id.kentongan.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.bench.Script.Act;
import id.kentongan.bot.bench.Script.Line;
import id.kentongan.bot.chaos.Findings.Violation;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The judge of photographs must see one that was swallowed, and one that only the claim has.
class PapersTest {
  private static final String CLAIM = "JKM-2026-000001";

  @ParameterizedTest
  @CsvSource({
    // sent, told kept, told missed, the claim has, wrong
    "2, 2, 0, 2, 0",
    "2, 1, 1, 1, 0",
    "1, 0, 1, 0, 0",
    "2, 1, 0, 1, 1",
    "2, 2, 0, 1, 1",
    "1, 1, 0, 2, 1",
    "2, 1, 0, 2, 2",
  })
  void eachPhotographIsToldOf(int sent, int kept, int missed, int has, int wrong) {
    var turns = new ArrayList<Turn>();
    var person =
        new Villager(new Nowhere(), new ConversationId("whatsapp", "62812"), "", List.of(), 0);
    for (int i = 0; i < sent; i++) {
      Letter letter = person.platform.letter(person, photograph());
      letter.acknowledged = true;
      person.letters.add(letter);
      turns.add(new Turn(i, letter.eventId, ""));
    }
    turns.add(new Turn(sent, "timer", told(missed, "tadi tidak sempat terambil.")));
    turns.add(new Turn(sent + 1, "timer", told(kept, "sudah kami simpan terkunci.")));
    turns.add(new Turn(sent + 2, "said", "Nomor: " + CLAIM));
    var findings = new Findings();

    new Papers(findings, Map.of(CLAIM, has))
        .check(person, new Book(turns, 0, sent + 2, Talk.fresh()));

    assertThat(findings.count(Violation.PHOTOGRAPH_WRONG)).isEqualTo(wrong);
    assertThat(findings.photographs).isEqualTo(has);
  }

  private static String told(int files, String what) {
    return files == 0 ? "" : files + " berkas " + what;
  }

  private static Line photograph() {
    return new Line(Act.PHOTO, "kk", Pattern.compile("berkas"));
  }
}
