package id.kentongan.bot.replay;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.Redactor;
import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.integrations.postgres.journal.RecentTalks.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Plays what people said lately to the content of now and to a draft, side by side, and tells
/// which replies differ. Whatever it tells is redacted: names and numbers that people told are not
/// in it.
public final class Replay {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'.-]+");
  private static final Pattern NUMBERS = Pattern.compile("[0-9][0-9 .-]{3,}[0-9]");

  private final Ear ear;
  private final Redactor redactor;

  public Replay(Ear ear, Redactor redactor) {
    this.ear = ear;
    this.redactor = redactor;
  }

  /// A reply that would be another one: where the conversation stood, what was said, both replies,
  /// and how often.
  public record Changed(String state, String said, String before, String after, int times) {}

  /// Of so many conversations and messages, the replies that would change, the most frequent first.
  public record Result(int talks, int messages, int changes, List<Changed> changed) {}

  /// `talks` as the journal's `RecentTalks` has them; at most `most` are told.
  public Result of(List<List<Said>> talks, Content now, Content draft, int most) {
    var before = new DialogMind(now);
    var after = new DialogMind(draft);
    Map<Changed, Integer> counts = new HashMap<>();
    int messages = 0;
    for (List<Said> talk : talks) {
      var one = new PlayedTalk(before, ear);
      var other = new PlayedTalk(after, ear);
      Set<String> told = words(talk);
      for (Said said : talk) {
        messages++;
        String state = one.state();
        String replied = one.reply(said.text(), said.at());
        String would = other.reply(said.text(), said.at());
        if (!replied.equals(would)) {
          String shown = redactor.redact(said.text()).orElse("...");
          counts.merge(
              new Changed(state, shown, hidden(replied, told), hidden(would, told), 0),
              1,
              Integer::sum);
        }
      }
    }
    int changes = counts.values().stream().mapToInt(n -> n).sum();
    return new Result(talks.size(), messages, changes, latest(counts, most));
  }

  private static List<Changed> latest(Map<Changed, Integer> counts, int most) {
    return counts.entrySet().stream()
        .map(
            one -> {
              Changed key = one.getKey();
              return new Changed(
                  key.state(), key.said(), key.before(), key.after(), one.getValue());
            })
        .sorted(
            Comparator.comparingInt(Changed::times)
                .reversed()
                .thenComparing(Changed::state)
                .thenComparing(Changed::said))
        .limit(most)
        .toList();
  }

  /// Words that a person told and that may be a name.
  private Set<String> words(List<Said> talk) {
    var words = new HashSet<String>();
    for (Said said : talk) {
      WORD.matcher(said.text())
          .results()
          .map(found -> found.group().toLowerCase(Locale.ROOT))
          .filter(word -> word.length() > 2 && !redactor.redact(word).equals(known(word)))
          .forEach(words::add);
    }
    return words;
  }

  private static java.util.Optional<String> known(String word) {
    return java.util.Optional.of(word);
  }

  private static String hidden(String reply, Set<String> told) {
    var lines = new ArrayList<String>();
    for (String line : NUMBERS.matcher(reply).replaceAll("••••").split("\n", -1)) {
      lines.add(
          WORD.matcher(line)
              .replaceAll(
                  found ->
                      told.contains(found.group().toLowerCase(Locale.ROOT))
                          ? "••"
                          : java.util.regex.Matcher.quoteReplacement(found.group())));
    }
    return lines.stream().collect(Collectors.joining("\n"));
  }
}
