package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kentongan.bot.KeptLetters;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.postgres.officers.Conversations.OfficerLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndeliveredTest {
  private static final ConversationId WHO = new ConversationId("whatsapp", "62811");
  private static final Instant NINE = Instant.parse("2026-11-20T02:00:00Z");

  private final KeptLetters letters = new KeptLetters();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          outside the 24-hour window                        | WINDOW
          the provider took it and then reported 63016      | WINDOW
          400 131047 Re-engagement message                  | WINDOW
          the provider took it and then reported 63032      | REFUSED
          400 Bad Request: message is too long              | REFUSED
          given up: 500 Internal Server Error               | GIVEN_UP
          not sent after a restore: it waited since 10:00   | RESTORED
          unreadable by this program                        | UNREADABLE
          """)
  void theReasonSaysWhatThereIsToDo(String why, Undelivered.Cause cause) {
    assertThat(Undelivered.Cause.of(why)).isEqualTo(cause);
  }

  @Test
  void ofTwoAlikeTheOneThatWasThereThenIsMarked() {
    var lines =
        List.of(
            line(NINE, "staff", "Baik, Bu."),
            line(NINE.plusSeconds(60), "them", "Baik, Bu."),
            line(NINE.plusSeconds(90), "staff", "Baik, Bu."));
    letters.put("k1/1-0", WHO, NINE.plusSeconds(80), "Baik, Bu.", "blocked");
    assertThat(Undelivered.mark(lines, letters.all))
        .extracting(line -> line.lost() == null ? "" : line.lost().letter())
        .containsExactly("k1/1-0", "", "");
    letters.put("k1/2-0", WHO, NINE.plusSeconds(99), "Baik, Bu.", "blocked");
    assertThat(Undelivered.mark(lines, letters.all))
        .extracting(line -> line.lost() == null ? "" : line.lost().letter())
        .containsExactly("k1/1-0", "", "k1/2-0");
    letters.all.removeFirst();
    letters.put("k1/3-0", WHO, NINE.plusSeconds(99), "Baik, Bu.", "blocked");
    assertThat(Undelivered.mark(lines, letters.all))
        .as("both at once")
        .extracting(line -> line.lost() == null ? "" : line.lost().letter())
        .containsExactly("k1/3-0", "", "k1/2-0");
  }

  @Test
  void whatKentonganSaidAndAnOfficersFileAreMarkedToo() {
    var lines =
        List.of(
            line(NINE, "us", "Baik.\nBerapa NIK-nya?"),
            line(NINE.plusSeconds(5), "staff", "Ini formulirnya\n(formulir.pdf)"));
    letters.put("k1/1-0", WHO, NINE.plusSeconds(9), "Berapa NIK-nya?", "blocked");
    var file = new Bubble.Attachment("f", "application/pdf", "formulir.pdf");
    var sent = new Effect.Send(new Bubble("Ini formulirnya", List.of(), file), false);
    var post = new Post(EffectId.of(WHO, 2, 0), sent, null, null);
    letters.all.add(new DeadLetter("k1/2-0", NINE.plusSeconds(9), post, "blocked"));
    assertThat(Undelivered.mark(lines, letters.all))
        .extracting(TalkLine::text, line -> line.lost() != null)
        .containsExactly(
            tuple("Baik.\nBerapa NIK-nya?", true), tuple("Ini formulirnya\n(formulir.pdf)", true));
  }

  @Test
  void whatHasNoLineAnyMoreStandsForItself() {
    letters.put("k1/1-0", WHO, NINE, "Iurannya jatuh tempo.", "blocked");
    letters.put("k1/2-0", null, NINE, "", "unreadable by this program");
    assertThat(Undelivered.mark(List.of(line(NINE.plusSeconds(9), "them", "halo")), letters.all))
        .extracting(TalkLine::text, line -> line.lost() != null)
        .containsExactly(tuple("Iurannya jatuh tempo.", true), tuple("halo", false));
  }

  @Test
  void whatWasGivenUpIsMarkedWithWhoDidThat() {
    var lines =
        List.of(
            line(NINE, "staff", "Baik, Bu."),
            line(NINE.plusSeconds(60), "us", "Iurannya jatuh tempo.\nBayar sekarang?"),
            line(NINE.plusSeconds(90), "staff", "Baik, Bu."));
    var given =
        List.of(
            given("Baik, Bu.", NINE.plusSeconds(50)),
            given("Bayar sekarang?", NINE.plusSeconds(70)),
            given("Yang sudah lama.", NINE.plusSeconds(70)),
            new OfficerLine(NINE.plusSeconds(95), "dimas", true, "Baik, Bu.", null));
    assertThat(Undelivered.given(lines, given))
        .extracting(TalkLine::text, line -> line.lost() == null ? "" : line.lost().told())
        .containsExactly(
            tuple("Baik, Bu.", "sari"),
            tuple("Iurannya jatuh tempo.\nBayar sekarang?", "sari"),
            tuple("Baik, Bu.", ""),
            tuple("Yang sudah lama.", "sari"));
  }

  @Test
  void whatAnOfficerWroteLastBeforeSomebodyWasGoneMayNotHaveArrived() {
    var lines =
        List.of(
            line(NINE, "staff", "Pagi, Bu."),
            line(NINE.plusSeconds(1), "staff", "Ada yang bisa dibantu?"),
            line(NINE.plusSeconds(2), "gone", ""),
            line(NINE.plusSeconds(3), "them", "halo"),
            line(NINE.plusSeconds(4), "gone", ""));
    assertThat(Undelivered.unsure(lines))
        .extracting(line -> line.lost() != null)
        .containsExactly(false, true, false, false, false);
  }

  private static OfficerLine given(String text, Instant since) {
    return new OfficerLine(NINE.plusSeconds(100), "sari", false, text, since);
  }

  private static TalkLine line(Instant at, String who, String text) {
    return new TalkLine(at, who, "dimas", text, List.of(), null, null);
  }
}
