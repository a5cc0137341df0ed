package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.Understood.Certainty;
import id.kentongan.dialogs.ear.parse.Parted;
import id.kentongan.dialogs.mind.scene.Form;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds the field that words name, and the value told with it: `nama saya salah`, `salah, namanya
/// Siti bukan Sri`, `ganti pekerjaan jadi nelayan`. The words for each field are content, under
/// `fields.<dialog>.<field>`.
public final class Corrections {
  private static final Set<String> SIGNS = Set.of(",", ";", "\n");

  private Corrections() {}

  /// The field named together with a word of correcting (`salah`, `ganti`).
  public static Optional<String> asked(
      Scene scene, String dialog, List<String> fields, FromPerson event) {
    if (!(event instanceof Event.Said said) || !signed(scene, said.understood())) {
      return Optional.empty();
    }
    return named(scene, dialog, fields, tokens(said.text() + ' ' + said.understood().normal()));
  }

  /// The field named, when the bot has asked which.
  public static Optional<String> named(
      Scene scene, String dialog, List<String> fields, FromPerson event) {
    return event instanceof Event.Said said
        ? named(scene, dialog, fields, tokens(said.text() + ' ' + said.understood().normal()))
        : Optional.empty();
  }

  /// Whether the words say that something told is wrong; a question does not.
  public static boolean signed(Scene scene, Understood words) {
    return names(tokens(words.text() + ' ' + words.normal()), scene.heard("correction.signs"))
        && !Reading.questioning(scene, words);
  }

  /// The words that tell the field's value anew, as an answer of their own; none when they only say
  /// that it is wrong.
  static Optional<Event.Said> value(Scene scene, String dialog, String field, FromPerson event) {
    if (!(event instanceof Event.Said said)) {
      return Optional.empty();
    }
    Marked marked = Marked.of(scene, said.text());
    Set<String> names = scene.heard("fields." + dialog + '.' + field);
    int named = last(marked, names);
    int to = last(marked, marked.listed("correction.to"));
    // why: `penghasilan 3 juta, desanya bukan A tapi B` tells the village behind `tapi`
    int from = to > named && named >= 0 && parted(marked, named, to) ? named : Math.max(named, to);
    String value = from < 0 ? "" : rest(marked, denied(marked, from + 1));
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Event.Said(answer(value, said.understood())));
  }

  /// The emptied field read from the same words: `salah, penghasilan 1,5 juta`.
  public static <D> Fill<D> anew(
      Scene scene, String dialog, Form<D> form, String field, D emptied, FromPerson event) {
    return value(scene, dialog, field, event)
        .map(told -> form.read(scene, field, emptied, told))
        .orElseGet(Fill.Other::new);
  }

  private static boolean parted(Marked marked, int from, int to) {
    return marked.words().subList(from, to).stream().anyMatch(SIGNS::contains)
        && !marked.listed("facts.negations").contains(marked.low(from + 1))
        && marked.words().subList(from, to).stream()
            .anyMatch(w -> w.chars().anyMatch(Character::isDigit));
  }

  private static int last(Marked marked, Set<String> words) {
    for (int i = marked.words().size() - 1; i >= 0; i--) {
      if (words.contains(marked.low(i))) {
        return i;
      }
    }
    return -1;
  }

  /// Where the words go on behind what is said not to be: `bukan sejuta, sejuta setengah`.
  private static int denied(Marked marked, int from) {
    boolean denies =
        from < marked.words().size() && marked.listed("facts.negations").contains(marked.low(from));
    for (int i = from; denies && i < marked.words().size(); i++) {
      if (SIGNS.contains(marked.words().get(i))) {
        return i + 1;
      }
    }
    return from;
  }

  /// What is left of the words without those that only say that something is wrong, up to what it
  /// is not (`bukan Sri`).
  private static String rest(Marked marked, int from) {
    Set<String> empty = marked.listed("correction.fillers");
    Set<String> signs = marked.listed("correction.signs");
    var value = new ArrayList<String>();
    for (int i = from; i < marked.words().size(); i++) {
      String word = marked.low(i);
      if (value.isEmpty() && SIGNS.contains(marked.words().get(i))) {
        continue;
      }
      if (value.isEmpty() && denied(marked, i) > i) {
        i = denied(marked, i) - 1;
        continue;
      }
      if (!value.isEmpty() && marked.listed("facts.negations").contains(word)) {
        break;
      }
      if (!empty.contains(word) && !signs.contains(word)) {
        value.add(marked.words().get(i));
      }
    }
    return joined(value);
  }

  /// The words without the signs before and behind them.
  private static String joined(List<String> words) {
    int from = 0;
    int end = words.size();
    while (from < end && SIGNS.contains(words.get(from))) {
      from++;
    }
    while (end > from && SIGNS.contains(words.get(end - 1))) {
      end--;
    }
    return String.join(" ", words.subList(from, end));
  }

  /// The words without those that only say that something is wrong.
  public static String rest(Scene scene, String text) {
    return rest(Marked.of(scene, text), 0);
  }

  public static Understood answer(String value, Understood said) {
    return new Understood(
        value, value.toLowerCase(Locale.ROOT), said.language(), said.guesses(), Certainty.UNSURE);
  }

  private static Optional<String> named(
      Scene scene, String dialog, List<String> fields, List<String> told) {
    return fields.stream()
        .filter(f -> names(told, scene.heard("fields." + dialog + '.' + f)))
        .findFirst();
  }

  private static boolean names(List<String> told, Set<String> words) {
    for (String word : told) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> tokens(String text) {
    return Parted.by(text.toLowerCase(Locale.ROOT), sign -> sign == '-' || Listed.ofWord(sign));
  }
}
