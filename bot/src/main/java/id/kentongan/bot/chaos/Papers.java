package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Script.Act;
import id.kentongan.bot.chaos.Findings.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds the photographs that a person sent against what they were told of them, and against the
/// papers of their claim.
final class Papers {
  private static final Pattern KEPT = Pattern.compile("(\\d+) berkas sudah kami simpan terkunci");
  private static final Pattern MISSED = Pattern.compile("(\\d+) berkas tadi tidak sempat terambil");
  private static final Pattern UNASKED = Pattern.compile("jadi tidak kami pakai");

  private final Findings findings;
  private final Map<String, Integer> papers;

  /// `papers`: how many each claim has, by its number.
  Papers(Findings findings, Map<String, Integer> papers) {
    this.findings = findings;
    this.papers = papers;
  }

  void check(Villager person, Book book) {
    Set<String> photographs =
        person.letters.stream()
            .filter(letter -> letter.line.act() == Act.PHOTO)
            .map(letter -> letter.eventId)
            .collect(Collectors.toSet());
    List<String> words = book.turns().stream().map(Turn::words).toList();
    long sent = book.turns().stream().filter(turn -> photographs.contains(turn.event())).count();
    List<Integer> counts = numbers(words, KEPT);
    int kept = counts.isEmpty() ? 0 : counts.getLast();
    int missed = numbers(words, MISSED).stream().mapToInt(Integer::intValue).sum();
    long unasked = words.stream().filter(text -> UNASKED.matcher(text).find()).count();
    if (person.done() && sent != kept + missed + unasked) {
      wrong(person, sent + " sent, told " + kept + " kept and " + missed + " missed");
    }
    for (String claim : Matter.CLAIM.numbers(words)) {
      int has = papers.getOrDefault(claim, 0);
      findings.photographs += has;
      if (has != kept) {
        wrong(person, claim + " has " + has + ", told " + kept);
      }
    }
  }

  private void wrong(Villager person, String what) {
    findings.add(Violation.PHOTOGRAPH_WRONG, person.who.key() + ": " + what);
  }

  private static List<Integer> numbers(List<String> texts, Pattern pattern) {
    return texts.stream()
        .flatMap(text -> pattern.matcher(text).results())
        .map((MatchResult found) -> Integer.valueOf(found.group(1)))
        .toList();
  }
}
