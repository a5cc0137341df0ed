package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kentongan.integrations.postgres.officers.Conversations.File;
import id.kentongan.integrations.postgres.officers.Conversations.OfficerLine;
import id.kentongan.integrations.postgres.officers.Conversations.Opened;
import id.kentongan.integrations.postgres.officers.Conversations.Turn;
import id.kentongan.integrations.postgres.officers.Inbox;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkLineTest {
  private static final Instant NINE = Instant.parse("2026-11-20T02:00:00Z");

  @Test
  void showsATurnAsThePersonSawIt() {
    var turn = new Turn(NINE, "halo", "Mau apa?\n[Daftar] [Cara bayar]", "menu.choosing");
    assertThat(TalkLine.of(talk(List.of(turn), List.of(), List.of()), id -> id))
        .extracting(TalkLine::who, TalkLine::text, TalkLine::choices)
        .containsExactly(
            tuple("them", "halo", List.of()),
            tuple("us", "Mau apa?", List.of("Daftar", "Cara bayar")));
  }

  @Test
  void whatAnOfficerSaidStandsOnceAndNotesNowhere() {
    var turns =
        List.of(
            new Turn(NINE, "tolong", "", "handover.with-officer"),
            new Turn(NINE.plusSeconds(20), "(Noticed)", "Halo Bu", "handover.with-officer"),
            new Turn(NINE.plusSeconds(60), "(Due)", "Masih di sana?", "enroll.nik"));
    var officers =
        List.of(
            new OfficerLine(NINE.plusSeconds(19), "dimas", false, "Halo Bu", null),
            new OfficerLine(NINE.plusSeconds(30), "dimas", true, "catatan", null));
    var files = List.of(new File("f", "image/jpeg", NINE.plusSeconds(5)));
    assertThat(TalkLine.of(talk(turns, officers, files), id -> id))
        .extracting(TalkLine::who, TalkLine::text)
        .containsExactly(
            tuple("them", "tolong"),
            tuple("them", ""),
            tuple("staff", "Halo Bu"),
            tuple("us", "Masih di sana?"));
  }

  @Test
  void aTapReadsLikeItsButton() {
    var turns = List.of(new Turn(NINE, "[consent.yes]", "", ""), new Turn(NINE, "[hm] ya", "", ""));
    assertThat(
            TalkLine.of(
                talk(turns, List.of(), List.of()),
                id -> id.equals("[consent.yes]") ? "Setuju" : id))
        .extracting(TalkLine::text)
        .containsExactly("Setuju", "[hm] ya");
  }

  @Test
  void aFileThatIsKeptStandsOnceWithItsCaption() {
    var turns =
        List.of(
            new Turn(NINE, "(image/jpeg)", "", "claim.papers"),
            new Turn(NINE.plusSeconds(9), "(image/jpeg) KTP bapak", "", "claim.papers"),
            new Turn(NINE.plusSeconds(20), "(image/jpeg)", "", "claim.papers"));
    var files =
        List.of(
            new File("a", "image/jpeg", NINE.plusSeconds(1)),
            new File("b", "image/jpeg", NINE.plusSeconds(10)));
    assertThat(TalkLine.of(talk(turns, List.of(), files), id -> id))
        .extracting(TalkLine::text, line -> line.file() != null)
        .containsExactly(
            tuple("", true),
            tuple("KTP bapak", false),
            tuple("", true),
            tuple("(image/jpeg)", false));
  }

  @Test
  void whoCouldNotBeReachedIsGoneUntilTheyDoSomething() {
    var left = new Turn(NINE.plusSeconds(20), "(Left)", "", "");
    var back = new Turn(NINE.plusSeconds(40), "halo lagi", "", "");
    var gone =
        TalkLine.of(
            talk(List.of(new Turn(NINE, "halo", "", ""), left), List.of(), List.of()), id -> id);
    assertThat(gone).extracting(TalkLine::who).containsExactly("them", "gone");
    assertThat(TalkLine.gone(gone)).isTrue();
    assertThat(
            TalkLine.gone(TalkLine.of(talk(List.of(left, back), List.of(), List.of()), id -> id)))
        .isFalse();
  }

  private static Opened talk(List<Turn> turns, List<OfficerLine> officers, List<File> files) {
    var nobody = new Inbox.Person(null, null, false);
    return new Opened(1, "whatsapp", nobody, null, turns, officers, files);
  }
}
