package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.scene.Commands;
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
import java.util.function.Function;

/// Reads a person's name from among other things told with it (`Joko Susilo nik ... nelayan`). A
/// name with a word in it that is a command elsewhere (`Budi Selesai`) is asked about first.
public final class Names {
  private static final String MEANT = "name.meant";
  private static final String YES = "named.yes";
  private static final String NO = "named.no";

  private static final int NUMBERS = 4;

  /// Words of the shortest question that might look like a name.
  private static final int QUESTION = 3;

  /// Two titles and a name of three words.
  private static final int TITLED = 5;

  /// What is said of somebody, not how they are called.
  private static final List<String> TITLED_NOT =
      List.of(
          "accident.death-words",
          "accident.story-words",
          "claim.accident-words",
          "claim.illness-words",
          "claim.relation-own");

  /// What happened, where a name is asked: `tangannya putus`, `innalillahi`.
  private static final List<String> HAPPENED =
      List.of(
          "accident.story-words",
          "accident.death-words",
          "accident.treated-words",
          "claim.working-words",
          "claim.mourning-words");

  private Names() {}

  public static <D> Fill<D> read(Scene scene, FromPerson event, Function<String, D> set) {
    Optional<Fill<D>> answered = answered(scene, event, set);
    if (answered.isPresent()) {
      return answered.get();
    }
    if (!(event instanceof Event.Said said)) {
      return new Fill.Other<>();
    }
    if (question(scene, said)) {
      return new Fill.Other<>();
    }
    String text = candidate(scene, said.text());
    boolean wish = Reading.wish(said.understood()) && !names(scene, said, text);
    return switch (parsed(scene, text, said.text())) {
      case Parsed.Value<String>(String name) when !wish && nobody(scene, said.text(), name) -> {
        if (scene.turn().talk().top() instanceof Enroll.Waiting) {
          scene.explain("name.not-a-name");
        } else {
          scene.acknowledge("claim.lost");
        }
        yield new Fill.Unclear<>();
      }
      case Parsed.Value<String>(String name) ->
          wish ? new Fill.Other<>() : new Fill.Filled<>(set.apply(name));
      case Parsed.Ambiguous<String> name -> doubt(scene, name.readings().getFirst());
      case Parsed.Invalid<String> why -> {
        if (wish || Reading.courtesy(said.understood()) || (mourning(scene) && other(why))) {
          yield new Fill.Other<>();
        }
        scene.explain(why.reason(), "detail", why.detail());
        yield new Fill.Unclear<>();
      }
    };
  }

  /// The answer to whether a word was meant as a name, where that was asked.
  public static <D> Optional<Fill<D>> answered(
      Scene scene, FromPerson event, Function<String, D> set) {
    String asked = scene.fact(MEANT);
    if (asked == null) {
      return Optional.empty();
    }
    var answer = Reading.yesNo(scene, "named", event, yes -> yes);
    scene.understood();
    scene.forget(MEANT);
    return answer instanceof Fill.Filled<Boolean>(Boolean meant)
        ? Optional.of(meant ? new Fill.Filled<>(set.apply(asked)) : new Fill.Unclear<>())
        : Optional.empty();
  }

  /// Asks whether a word is meant as a name.
  public static <D> Fill<D> doubt(Scene scene, String name) {
    scene.remember(MEANT, name);
    scene.ask(scene.choices(YES, NO), "name.meant", "nama", name);
    return new Fill.Unclear<>();
  }

  /// The same where the word behind `nama saya` is one of the bot's commands.
  public static <D> Optional<Fill<D>> doubtful(Scene scene, String text) {
    return scene.content().parsers().personName(text) instanceof Parsed.Ambiguous<String> name
        ? Optional.of(doubt(scene, name.readings().getFirst()))
        : Optional.empty();
  }

  /// A family that tells something else (`16 tahun`) is not told what a name may not have.
  private static boolean mourning(Scene scene) {
    return scene.turn().talk().top() instanceof Claim.Waiting;
  }

  private static boolean other(Parsed.Invalid<String> why) {
    return why.reason().equals("name.not-a-name") || why.reason().equals("name.digits");
  }

  /// `biayanya siapa yang nanggung` is no name; `nama saya Mana` is.
  private static boolean question(Scene scene, Event.Said said) {
    Marked marked = Marked.of(scene, said.text());
    return marked.words().size() >= QUESTION
        && marked.behind("facts.name-signs").isEmpty()
        && said.text().chars().noneMatch(Character::isDigit)
        && Reading.questioning(scene, said.understood());
  }

  /// Whether words where a name is asked are none: what happened, or somebody's work.
  public static boolean nobody(Scene scene, String text) {
    return scene.content().parsers().personName(text) instanceof Parsed.Value<String>(String name)
        && nobody(scene, text, name);
  }

  /// The name that words are, unless they say something else.
  public static Optional<String> alone(Scene scene, String text) {
    return scene.content().parsers().personName(text) instanceof Parsed.Value<String>(String name)
            && !nobody(scene, text, name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// Whether words that could be a name say what happened, only what work somebody does (`bapak
  /// petani`), or mostly everyday words. What is announced as a name, or written as one, is one.
  private static boolean nobody(Scene scene, String text, String name) {
    if (announced(scene, text)) {
      return false;
    }
    List<String> words = Listed.tokens(text);
    boolean they = !words.isEmpty() && scene.heard("claim.they-words").contains(words.getFirst());
    return happened(scene, text)
        || earned(scene, text, name)
        || (text.contains(name.toLowerCase(Locale.ROOT)) && work(scene, name))
        || (they && work(scene, text))
        || everyday(scene, text, name);
  }

  /// Whether most words are those of every day: `anaknya masih kecil`.
  private static boolean everyday(Scene scene, String text, String name) {
    List<String> told = Listed.tokens(name);
    long usual = told.stream().filter(scene.heard(Heard.NAME_EVERYDAY.key())::contains).count();
    return !written(Marked.of(scene, text).words()) && 2 * usual > told.size();
  }

  /// Several words, each with a capital letter.
  private static boolean written(List<String> words) {
    return words.size() > 1 && words.stream().allMatch(w -> Character.isUpperCase(w.charAt(0)));
  }

  /// Whether an amount is told, and the word before it says how often: `sedinten 40 ewu`.
  private static boolean earned(Scene scene, String text, String name) {
    var parsers = scene.content().parsers();
    return name.indexOf(' ') < 0
        && !parsers.clearMoney(text).isEmpty()
        && !parsers.spans(name.toLowerCase(Locale.ROOT)).isEmpty();
  }

  /// Whether words end in what somebody does: `dia buruh cuci`.
  private static boolean work(Scene scene, String name) {
    List<String> words = Listed.tokens(name);
    for (int from = 0; from < words.size(); from++) {
      String rest = String.join(" ", words.subList(from, words.size()));
      if (scene.content().occupations().named(rest).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// Whether words tell of a death or an accident, and no name.
  public static boolean happened(Scene scene, String text) {
    return !written(Marked.of(scene, text).words())
        && !announced(scene, text)
        && HAPPENED.stream().anyMatch(key -> Listed.any(scene, key, text));
  }

  private static boolean announced(Scene scene, String text) {
    return Marked.of(scene, text).behind("facts.name-signs").isPresent();
  }

  /// `saya Yanti anaknya`: who one is, with a capital letter.
  private static boolean introduces(Scene scene, String text) {
    Marked marked = Marked.of(scene, text);
    return marked.words().size() > 1
        && marked.listed("facts.leads").contains(marked.low(0))
        && Character.isUpperCase(marked.words().get(1).charAt(0));
  }

  /// why: what announces a name may be followed by whose it is (`nama suami saya Slamet`), which
  /// the parser knows of the whole.
  private static Parsed<String> parsed(Scene scene, String candidate, String whole) {
    Parsed<String> name = scene.content().parsers().personName(candidate);
    return name instanceof Parsed.Invalid<String>
            && scene.content().parsers().personName(whole) instanceof Parsed.Value<String> known
        ? known
        : name;
  }

  /// Whether words that may be another wish tell a name all the same: announced as one, or beside
  /// numbers. Who speaks of a death or an accident is not asked for a name.
  private static boolean names(Scene scene, Event.Said said, String candidate) {
    boolean announced = Marked.of(scene, said.text()).behind("facts.name-signs").isPresent();
    boolean numbers = said.text().chars().filter(Character::isDigit).count() >= NUMBERS;
    return titled(scene, said.text())
        || kin(scene, said)
        || (((!candidate.equals(said.text()) && (announced || numbers))
                || introduces(scene, said.text()))
            && !Reading.asks(scene, said.understood())
            && !said.understood().best().intent().startsWith("claim."));
  }

  /// `almarhum pak Budi Santoso`: somebody by a title, and nothing of what happened to them.
  private static boolean titled(Scene scene, String text) {
    List<String> words = Listed.tokens(text);
    return words.size() > 1
        && words.size() <= TITLED
        && scene.heard("facts.titles").contains(words.getFirst())
        && TITLED_NOT.stream().noneMatch(key -> Listed.any(scene, key, text));
  }

  /// `bulik nya, Sumarni`: who it is of the family and how she is called, and no `bulik` of Banjar,
  /// which goes back.
  private static boolean kin(Scene scene, Event.Said said) {
    List<String> words = Listed.tokens(said.text());
    return words.size() > 1
        && words.size() <= TITLED
        && said.understood().best().intent().equals(Commands.BACK)
        && scene.content().parsers().relation(words.getFirst()) instanceof Parsed.Value<?>;
  }

  /// A name told together with something else (`Budi Santoso nik ...`).
  public static Optional<String> beside(Scene scene, String text) {
    String told = candidate(scene, text);
    return !told.equals(text)
            && scene.content().parsers().personName(told) instanceof Parsed.Value<String>(var name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// The part of the words that may be the name: behind a word that announces it, or from the
  /// beginning to where something else begins.
  static String candidate(Scene scene, String text) {
    Marked marked = Marked.of(scene, text);
    return marked.behind("facts.name-signs").orElseGet(() -> leading(scene, marked, text));
  }

  private static boolean sign(String word) {
    return word.equals(",") || word.equals(";") || word.equals("\n");
  }

  private static String leading(Scene scene, Marked marked, String text) {
    List<String> words = marked.words();
    Set<String> ends = marked.listed("facts.ends");
    boolean small = text.equals(text.toLowerCase(Locale.ROOT));
    var name = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      boolean work = scene.content().occupations().named(marked.low(i)).isPresent();
      boolean end = ends.contains(marked.low(i)) || sign(words.get(i));
      boolean other = i + 1 < words.size() || small || words.get(i).equals(marked.low(i));
      if (end || (work && other) || (i > 0 && Character.isDigit(words.get(i).charAt(0)))) {
        return String.join(" ", name);
      }
      name.add(words.get(i));
    }
    return text;
  }
}
