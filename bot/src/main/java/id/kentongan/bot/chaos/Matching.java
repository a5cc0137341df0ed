package id.kentongan.bot.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Holds what arrived against what was said, both in order. Whitespace does not count: a long text
/// is split for its channel.
final class Matching {
  private final List<String> words;
  private final List<String> said;
  private final List<String> expected = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private final List<Doubled> doubled = new ArrayList<>();
  private final List<Arrival> late = new ArrayList<>();
  private final List<Arrival> invented = new ArrayList<>();
  private final List<Arrival> first = new ArrayList<>();
  private int next;

  /// What arrived again, and each time that it had arrived as something new: more than once where
  /// several turns said the same.
  record Doubled(List<Arrival> before, Arrival again) {}

  /// `said`: the texts of the turns in the order of their commits.
  Matching(List<String> said) {
    this.words = said.stream().filter(text -> !plain(text).isEmpty()).toList();
    this.said = words.stream().map(Matching::plain).toList();
    expected.addAll(this.said);
  }

  void arrived(Arrival arrival) {
    String text = plain(arrival.text());
    skipDone();
    boolean before = seen.contains(text);
    int found = saidAt(next, text) ? next : before ? -1 : find(text);
    if (found < 0) {
      if (before) {
        doubled.add(new Doubled(allOf(text), arrival));
      } else {
        invented.add(arrival);
      }
      return;
    }
    if (found < next) {
      late.add(arrival);
    } else {
      next = found;
    }
    expected.set(found, expected.get(found).substring(text.length()));
    seen.add(text);
    first.add(arrival);
  }

  /// What was said and has not arrived. A question that waits to leave is withdrawn when the next
  /// turn asks it again, alone or after other words, so of two in a row one is enough.
  List<String> missing() {
    return missing(text -> true);
  }

  /// The same; what only asks is withdrawn by whatever its person says before it has left.
  List<String> missing(Predicate<String> answers) {
    return IntStream.range(0, expected.size())
        .filter(place -> !expected.get(place).isEmpty() && !askedAgain(place))
        .filter(place -> answers.test(words.get(place)) || !whole(place) || last(place))
        .mapToObj(expected::get)
        .toList();
  }

  private boolean whole(int place) {
    return expected.get(place).equals(said.get(place));
  }

  private boolean last(int place) {
    return place == expected.size() - 1;
  }

  private boolean askedAgain(int place) {
    String whole = said.get(place);
    return whole(place) && (alike(whole, place - 1) || alike(whole, place + 1));
  }

  private boolean alike(String text, int place) {
    return place >= 0
        && place < said.size()
        && said.get(place).endsWith(text)
        && expected.get(place).isEmpty();
  }

  List<Doubled> doubled() {
    return doubled;
  }

  /// What arrived after something that was said later.
  List<Arrival> late() {
    return late;
  }

  List<Arrival> invented() {
    return invented;
  }

  static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }

  private List<Arrival> allOf(String text) {
    return first.stream().filter(arrival -> plain(arrival.text()).equals(text)).toList();
  }

  private void skipDone() {
    while (next < expected.size() && expected.get(next).isEmpty()) {
      next++;
    }
  }

  private boolean saidAt(int place, String text) {
    return place < expected.size() && !text.isEmpty() && expected.get(place).startsWith(text);
  }

  /// Where it is the next thing to say: from where we are on, otherwise before; -1 nowhere.
  private int find(String text) {
    return IntStream.concat(IntStream.range(next, expected.size()), IntStream.range(0, next))
        .filter(place -> saidAt(place, text))
        .findFirst()
        .orElse(-1);
  }
}
