package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.ear.parse.Parted;
import id.kentongan.dialogs.mind.answer.FollowUps;
import id.kentongan.dialogs.mind.answer.Questions;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.mind.scene.SmallTalk;
import id.kentongan.dialogs.mind.scene.YesOrNo;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Ways to read an event as a field's value, shared by the forms.
public final class Reading {
  /// Intents that are answers themselves, never a reason to leave a field.
  private static final Set<String> ANSWERS =
      Set.of(
          SmallTalk.AFFIRM,
          SmallTalk.DENY,
          SmallTalk.GREET,
          SmallTalk.THANKS,
          Doubt.OUT_OF_SCOPE,
          Enroll.INTENT);

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int SHORT = 3;
  private static final double PLAIN = 0.95;

  private Reading() {}

  /// Words read by a parser. Several readings are asked about by `option`; what is no value is
  /// another wish when it surely is one, else the parser's reason is told.
  public static <D, V> Fill<D> words(
      Scene scene,
      FromPerson event,
      Function<Understood, Parsed<V>> parser,
      Function<V, D> set,
      Function<V, Choice> option) {
    if (!(event instanceof Event.Said said)) {
      return new Fill.Other<>();
    }
    // why: "iurannya berapa kalau ojek" names an occupation and is a question
    if (asks(scene, said.understood())) {
      return new Fill.Other<>();
    }
    return switch (parser.apply(said.understood())) {
      case Parsed.Value<V> v -> new Fill.Filled<>(set.apply(v.value()));
      case Parsed.Ambiguous<V> several -> {
        scene.ask(several.readings().stream().limit(8).map(option).toList(), "which");
        yield new Fill.Unclear<>();
      }
      case Parsed.Invalid<V> why -> {
        boolean place = place(scene, why.reason(), said.understood());
        if (!place && (wish(said.understood()) || courtesy(said.understood()))) {
          yield new Fill.Other<>();
        }
        scene.explain(why.reason(), "detail", why.detail());
        yield new Fill.Unclear<>();
      }
    };
  }

  /// `kampung baru` where a village is asked is a village that we do not know, and asks nothing.
  private static boolean place(Scene scene, String reason, Understood words) {
    return reason.startsWith("place.")
        && words.best().intent().equals("ask.village")
        && !questioning(scene, words);
  }

  /// Like [#words], for fields that nearly any words fit: a sure wish comes first.
  static <D, V> Fill<D> freeWords(
      Scene scene,
      FromPerson event,
      Function<Understood, Parsed<V>> parser,
      Function<V, D> set,
      Function<V, Choice> option) {
    if (event instanceof Event.Said said && wish(said.understood())) {
      return new Fill.Other<>();
    }
    return words(scene, event, parser, set, option);
  }

  /// Yes or no, by a tap on `<name>.yes` or `<name>.no` or in words.
  public static <D> Fill<D> yesNo(
      Scene scene, String name, FromPerson event, Function<Boolean, D> set) {
    Function<Understood, Parsed<Boolean>> parser = words -> Told.yesNo(scene, words);
    if (event instanceof Event.Tapped tapped) {
      return switch (tapped.choice().replace(name + '.', "")) {
        case "yes" -> new Fill.Filled<>(set.apply(true));
        case "no" -> new Fill.Filled<>(set.apply(false));
        default -> new Fill.Other<>();
      };
    }
    Optional<Boolean> listed =
        event instanceof Event.Said said
            ? new YesOrNo(scene, name).of(said.text())
            : Optional.empty();
    if (listed.isPresent()) {
      return new Fill.Filled<>(set.apply(listed.get()));
    }
    if (event instanceof Event.Said said && brief(scene, said.understood())) {
      return words(scene, event, parser, set, b -> scene.choice(name + (b ? ".yes" : ".no")));
    }
    // why: "ini penipuan bukan" ends in a no and is a question
    return freeWords(scene, event, parser, set, b -> scene.choice(name + (b ? ".yes" : ".no")));
  }

  /// A word or two (`nanti dulu`) answer a yes or no, whatever else they may mean; but who plainly
  /// asks whether the data are safe, or wants a person to talk to (`mau bicara orang`), has not
  /// said yes to their use.
  private static boolean brief(Scene scene, Understood words) {
    var best = words.best();
    if (best.confidence() >= PLAIN && best.intent().equals("privacy.ask")) {
      return false;
    }
    if (Doubt.of(words) instanceof Doubt.Sure(String sure) && sure.equals(Commands.HUMAN)) {
      return false;
    }
    return SPACES.split(words.text().strip()).length <= SHORT && !asks(scene, words);
  }

  public static List<Choice> yesNoChoices(Scene scene, String name) {
    return scene.choices(name + ".yes", name + ".no");
  }

  /// Whether an intent is only an answer.
  public static boolean answer(String intent) {
    return ANSWERS.contains(intent);
  }

  /// Whether the words surely ask one of our questions, by their intent and by how they are put.
  public static boolean asks(Scene scene, Understood words) {
    if (FollowUps.supposes(scene, words) && words.text().strip().endsWith("?")) {
      return true;
    }
    if (!Questions.several(scene, words).isEmpty()) {
      return true;
    }
    return Doubt.of(words) instanceof Doubt.Sure(String intent)
        && (scene.content().answers().covers(intent) || intent.startsWith("status."))
        && questioning(scene, words);
  }

  /// Whether the words are put as a question (`ini penipuan bukan`, not `Siti bukan Sri`) or a
  /// supposition (`kalau ...`).
  public static boolean questioning(Scene scene, Understood words) {
    return questioning(scene, words.text(), words.normal());
  }

  /// The same of words as typed, and of these in another form too.
  public static boolean questioning(Scene scene, String text, String normal) {
    String low = text.toLowerCase(Locale.ROOT);
    if (low.contains("?") || tagged(scene, low)) {
      return true;
    }
    Set<String> signs = scene.heard("question.signs");
    for (String word : Parted.by(low + ' ' + normal, Listed::ofWord)) {
      if (signs.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the last word that means anything is how a question ends: `perlu email ga ya`.
  private static boolean tagged(Scene scene, String low) {
    String[] words = SPACES.split(low.strip());
    int last = words.length - 1;
    while (last > 0 && scene.heard(Heard.YES_TAGS.key()).contains(words[last])) {
      last--;
    }
    return scene.heard("question.tags").contains(words[last]);
  }

  /// The question of ours that words likely ask which no field could read: what would elsewhere be
  /// asked about first (`maksudnya A atau B?`) is answered at once, for the form goes on anyway.
  public static Optional<String> likely(Scene scene, Understood words) {
    String intent = words.best().intent();
    return Doubt.likely(words)
            && scene.content().answers().covers(intent)
            && questioning(scene, words)
        ? Optional.of(intent)
        : Optional.empty();
  }

  /// A likely question among those that are at home where it is put.
  public static Optional<Move> likelyOf(Scene scene, Set<String> intents, Understood words) {
    return Doubt.likelyOf(intents, words)
        .filter(intent -> questioning(scene, words))
        .map(intent -> new Move.Digress(new Opening(intent, words)));
  }

  /// Whether the words surely only thank or greet.
  public static boolean courtesy(Understood words) {
    return Doubt.of(words) instanceof Doubt.Sure(String intent)
        && (intent.equals(SmallTalk.THANKS) || intent.equals(SmallTalk.GREET));
  }

  /// Digits alone want nothing, whatever the Ear is reminded of.
  private static boolean numbers(String text) {
    return text.chars().anyMatch(Character::isDigit) && text.chars().noneMatch(Character::isLetter);
  }

  /// Whether the words surely want something else than to answer.
  public static boolean wish(Understood words) {
    return Doubt.of(words) instanceof Doubt.Sure(String intent)
        && !ANSWERS.contains(intent)
        && !numbers(words.text());
  }
}
