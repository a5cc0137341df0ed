package id.kentongan.dialogs.content.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.values.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentReaderTest {
  /// A change to sound content, and the file, key and part of what is said of it.
  record Case(String file, String key, @Nullable Object put, String at, String said) {}

  static List<Case> faults() {
    String answer = "answers/ask.jkm.yaml";
    String tariff = "tariffs/a.yaml";
    String words = "words/id/a.yaml";
    String work = "lexicon/occupations.yaml";
    var twice = List.of(occupation("non-transport"), occupation("transport"));
    return List.of(
        new Case("words/id/a.yaml", "choice.long", "x".repeat(21), "choice.long", "at most 20"),
        new Case("words/id/a.yaml", "row.long", "x".repeat(25), "row.long", "at most 24"),
        new Case("words/id/a.yaml", "long", "x".repeat(1025), "long", "at most 1024"),
        new Case("words/id/a.yaml", "bye", "", "bye", "is empty"),
        new Case("words/id/a.yaml", "bye", List.of("a"), "bye", "is a list"),
        new Case("words/id/a.yaml", "bye", "selamat {name", "bye", "has a { without its }"),
        new Case(answer, "brief", Map.of("id", "Besarnya 42 juta"), "brief.id", "42"),
        new Case(answer, "brief", Map.of("id", "x".repeat(261)), "brief.id", "at most 260"),
        new Case(answer, "brief", Map.of("jv", "Gungipun"), "brief.jv", "texts.jv"),
        new Case("words/id/b.yaml", "hello", "Halo", "hello", "is also in words/id/a.yaml"),
        new Case("words/jv/a.yaml", "other", "x", "other", "a key that Indonesian lacks"),
        new Case("words/jv/a.yaml", "hello", "Sugeng", "hello", "has the placeholders []"),
        new Case("words/su/a.yaml", "hello", "Wilujeng", "", "not in a language's folder"),
        new Case(answer, "source", null, "source", "is missing"),
        new Case(answer, "from", null, "from", "is missing"),
        new Case(answer, "from", "soon", "from", "allowed: a date, e.g. 2026-04-01"),
        new Case(answer, "until", "2025-01-01", "from", "is after `until`"),
        new Case(answer, "mark", "unconfirmed", "mark", "allowed: confirmed, single"),
        new Case(answer, "mark", "single", "mark", "does not say who says so"),
        new Case(answer, "colour", "red", "colour", "is not known here"),
        new Case(answer, "intent", "ask.jht", "intent", "is not how the file's name begins"),
        new Case(answer, "texts", Map.of("jv", "x"), "texts", "has no Indonesian text"),
        new Case(answer, "texts", Map.of("id", "x", "xx", "y"), "texts.xx", "is not a language"),
        new Case(answer, "texts", figures("2x24 jam", "24 jam"), "texts.jv", "figures [24]"),
        new Case(answer, "texts", figures("{jkm.full}", "kathah"), "texts.jv", "figures []"),
        new Case("words/jv/a.yaml", "hello", "{name} 2", "hello", "figures [2, {name}]"),
        new Case(answer, "texts", Map.of("id", "x".repeat(1025)), "texts.id", "at most 1024"),
        new Case(answer, "texts", Map.of("id", "{price}"), "texts.id", "has no value in 2026-01"),
        new Case(answer, "next", List.of("ask.jkm", "x"), "next[2]", "`x` is not an intent"),
        new Case(answer, "next", List.of("ask.jkm", "human", "human"), "next", "at most 2"),
        new Case(words, "choice.do", Map.of("human", "Petugas"), "choice.do.ask.jkm", "no words"),
        new Case(answer, "examples", List.of("a"), "examples", "at least 5"),
        new Case(tariff, "examples", List.of(example(9)), "examples[1]", "comes out as 10400"),
        new Case(tariff, "examples", List.of(), "examples", "has no example"),
        new Case(tariff, "discounts", List.of(discount(), discount()), "discounts[2]", "overlaps"),
        new Case(tariff, "discounts", List.of(odd()), "discounts", "whole rupiah"),
        new Case(tariff, "tariffs", List.of(tariff(), tariff()), "tariffs[2]", "overlaps"),
        new Case("papers.yaml", "death", List.of(paper(), paper()), "death[2].key", "twice"),
        new Case("papers.yaml", "death", List.of(paper("moon")), "death[1].when", "situation moon"),
        new Case("papers.yaml", "paper", List.of(), "paper", "is not known here"),
        new Case("offices.yaml", "hours", Map.of(), "hours", "has no open day"),
        new Case("offices.yaml", "hours", Map.of("monday", "9-5"), "hours.monday", "08:00-15:00"),
        new Case(
            "offices.yaml", "answered-within-hours", 0, "answered-within-hours", "from 1 to 40"),
        new Case("offices.yaml", "holidays", Map.of("soon", "x"), "holidays.soon", "not a date"),
        new Case(
            "offices.yaml",
            "claims",
            Map.of(
                "visit-minutes",
                30,
                "visits-at-once",
                2,
                "from-days",
                9,
                "until-days",
                2,
                "promised-working-days",
                3),
            "claims.until-days",
            "from 9 to 60"),
        new Case(
            "offices.yaml",
            "desa-sadar",
            List.of(Map.of("text", "t", "known-by", "kades", "source", "a paper")),
            "desa-sadar[1].known-by",
            "bpd, cadre"),
        new Case(
            "offices.yaml",
            "desa-sadar",
            List.of(Map.of("text", "t", "known-by", "staff")),
            "desa-sadar[1].source",
            "is missing"),
        new Case(work, "outside", List.of(Map.of("kind", "x")), "outside[1].kind", "employee"),
        new Case(work, "occupations", twice, "occupations[2].words", "names two occupations"),
        new Case("rules.yaml", "zone", "GMT", "zone", "allowed: WIB, WIT, WITA"),
        new Case(
            "rules.yaml",
            "reminders",
            Map.of("draft-hours", rule(24)),
            "reminders.draft-hours.value",
            "from 0 to 23 hours"),
        new Case("rules.yaml", "death", null, "death", "is missing"),
        new Case("rules.yaml", "school", null, "school", "is missing"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrongAndWhere(Case wrong) {
    Map<String, Object> trees = sound();
    @SuppressWarnings("unchecked")
    var tree = new TreeMap<>((Map<String, Object>) trees.getOrDefault(wrong.file(), Map.of()));
    if (wrong.put() == null) {
      tree.remove(wrong.key());
    } else {
      tree.put(wrong.key(), wrong.put());
    }
    trees.put(wrong.file(), tree);
    assertThat(read(trees).faults().stream().map(Fault::toString))
        .anySatisfy(
            said ->
                assertThat(said)
                    .startsWith(wrong.file().replaceFirst("[/.].*$", ""))
                    .contains(wrong.at())
                    .contains(wrong.said()));
  }

  @Test
  void readsSoundContent() {
    Loaded loaded = read(sound());
    assertThat(loaded.faults()).isEmpty();
    assertThat(loaded.sound()).isTrue();
    assertThat(loaded.content().words().say(Language.JAVANESE, "hello", Map.of("name", "Wati")))
        .isEqualTo("Sugeng Wati");
    assertThat(Coverage.of(loaded.content()).getFirst())
        .isEqualTo(new Coverage(Language.INDONESIAN, 4, 4, 1, 1));
  }

  @Test
  void tellsAllFaultsTogetherAndOnAnyTree() {
    Map<String, Object> trees = sound();
    trees.replaceAll((_, _) -> List.of("nothing", Map.of(1, 2)));
    trees.put("words/id/a.yaml", "text");
    Set<String> files = read(trees).faults().stream().map(Fault::file).collect(Collectors.toSet());
    assertThat(files)
        .contains(
            "answers/ask.jkm.yaml", "tariffs/a.yaml", "papers.yaml", "offices.yaml", "rules.yaml");
  }

  @Test
  void missesAnAnswerToEachIntentThatAsks() {
    var source =
        new ContentSource(sound(), "code,name", Set.of("ask.jkm", "ask.jht", "human", "greet"));
    assertThat(ContentReader.read(source).faults())
        .contains(new Fault("answers", "ask.jht", Wrong.NO_ANSWER.of(), Should.ANSWER_FILE.of()));
  }

  @Test
  void refusesAnswersThatOverlap() {
    Map<String, Object> trees = sound();
    trees.put("answers/ask.jkm.2.yaml", trees.get("answers/ask.jkm.yaml"));
    assertThat(read(trees).faults()).extracting(Fault::wrong).contains(Wrong.OVERLAPS_ANSWER.of());
  }

  @Test
  void tellsTheWrongLinesOfTheRegions() {
    String csv = "code,name\n35,Jawa Timur\nx\n35,Jawa\n35.10.17,Tegaldlimo\n36,\n";
    var source = new ContentSource(sound(), csv, Set.of());
    assertThat(ContentReader.read(source).faults())
        .extracting(Fault::key)
        .containsExactly("line 3", "line 4", "line 6", "35.10.17");
  }

  private static Loaded read(Map<String, Object> trees) {
    return ContentReader.read(new ContentSource(trees, "code,name", Set.of("ask.jkm", "human")));
  }

  static Map<String, Object> sound() {
    var trees = new TreeMap<String, Object>();
    trees.put(
        "words/id/a.yaml",
        Map.of(
            "hello",
            "Halo {name}",
            "bye",
            "Dadah",
            "choice.do",
            Map.of("ask.jkm", "JKM", "human", "Petugas")));
    trees.put("words/id/heard.yaml", HeardListsTest.sound());
    trees.put("words/jv/a.yaml", Map.of("hello", "Sugeng {name}"));
    trees.put(
        "answers/ask.jkm.yaml",
        Map.of(
            "intent", "ask.jkm",
            "source", "a law",
            "mark", "confirmed",
            "from", "2026-01-01",
            "texts", Map.of("id", "Besarnya {jkm.full}"),
            "next", List.of("ask.jkm"),
            "examples", List.of("a", "b", "c", "d", "e")));
    trees.put(
        "tariffs/a.yaml",
        Map.of(
            "tariffs", List.of(tariff()),
            "discounts", List.of(discount()),
            "examples", List.of(example(10400))));
    trees.put(
        "papers.yaml",
        Map.of(
            "death",
            List.of(paper()),
            "accident",
            List.of(),
            "legible",
            Map.of("side", 500, "brightness", 45, "sharpness", 40, "megapixels", 60, "pages", 20)));
    trees.put(
        "offices.yaml",
        Map.of(
            "branch",
            "A",
            "answered-within-hours",
            4,
            "hours",
            Map.of("monday", "08:00-15:00"),
            "holidays",
            Map.of("2026-12-25", "Natal"),
            "claims",
            Map.of(
                "visit-minutes",
                30,
                "visits-at-once",
                2,
                "from-days",
                1,
                "until-days",
                14,
                "promised-working-days",
                3),
            "desa-sadar",
            List.of(Map.of("text", "t", "known-by", "staff", "source", "a paper"))));
    trees.put("rules.yaml", rules());
    trees.put(
        "lexicon/occupations.yaml",
        Map.of(
            "occupations", List.of(occupation("non-transport")),
            "outside", List.of(Map.of("kind", "employee", "words", List.of("karyawan")))));
    return trees;
  }

  private static Map<String, Object> tariff() {
    return Map.of(
        "source",
        "a law",
        "from",
        "2026-01",
        "jkk",
        0.01,
        "jkm",
        6800,
        "jht",
        "0.02",
        "periods",
        List.of(1, 3),
        "bands",
        List.of(Map.of("below", 1100000, "base", 1000000), Map.of("base", 1400000)));
  }

  private static Map<String, Object> figures(String indonesian, String javanese) {
    return Map.of("id", indonesian, "jv", javanese);
  }

  private static Map<String, Object> discount() {
    return Map.of(
        "source", "a law", "sector", "other", "share", 0.5, "from", "2026-04", "until", "2026-12");
  }

  private static Map<String, Object> odd() {
    var odd = new TreeMap<>(discount());
    odd.put("share", "0.3333");
    return odd;
  }

  private static Map<String, Object> example(long total) {
    return Map.of(
        "income",
        1100000,
        "sector",
        "other",
        "programmes",
        List.of("jkk", "jkm"),
        "first",
        "2026-12",
        "months",
        1,
        "total",
        total);
  }

  private static Map<String, Object> paper() {
    return paper("home");
  }

  private static Map<String, Object> paper(String when) {
    return Map.of(
        "key", "family-card",
        "name", "KK",
        "where", "di rumah",
        "instead", Map.of("abroad", "di Dukcapil"),
        "shows", "nama",
        "everyday", List.of("kk"),
        "when", List.of(when),
        "only", List.of("wife"),
        "source", "a law");
  }

  private static Map<String, Object> occupation(String sector) {
    return Map.of("name", "petani", "sector", sector, "words", List.of("tani"));
  }

  private static Map<String, Object> rules() {
    return Map.of(
        "enrolment",
            Map.of(
                "age-limit",
                rule(65),
                "youngest",
                rule(15),
                "work-days",
                rule(25),
                "extras",
                rule(List.of()),
                "agent-fee",
                rule(0)),
        "death",
            Map.of(
                "full-after-months", rule(3),
                "grant", rule(20),
                "periodic", rule(12),
                "funeral", rule(10),
                "of-age", rule(18)),
        "accident",
            Map.of(
                "times", rule(48),
                "disabled-times", rule(56),
                "whole-months", rule(12),
                "periodic", rule(12),
                "funeral", rule(10)),
        "school",
            Map.of(
                "after-months", rule(36),
                "children", rule(2),
                "until-age", rule(23),
                "levels", rule(List.of(Map.of("key", "sd", "a-year", 15, "years", 6)))),
        "consent",
            Map.of(
                "version",
                rule("1"),
                "controller",
                rule("A"),
                "code-to-phone",
                rule(true),
                "answer-hours",
                rule(48),
                "backup-days",
                rule(30),
                "finished-days",
                rule(30),
                "accident-days",
                rule(90)),
        "reminders",
            Map.of(
                "days", rule(List.of(7, -7)),
                "hours", rule(Map.of("pagi", 8)),
                "usual", rule("pagi"),
                "until", rule(19),
                "draft-hours", rule(20),
                "discount-days", rule(21)),
        "zone", "WIB",
        "zones", Map.of("WIB", List.of("35"), "WITA", List.of("63"), "WIT", List.of("91")));
  }

  private static Map<String, Object> rule(Object value) {
    return Map.of("value", value, "source", "a law");
  }
}
