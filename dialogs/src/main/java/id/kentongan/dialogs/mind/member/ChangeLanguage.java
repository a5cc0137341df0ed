package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.ear.parse.Parted;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Choosing the language of the replies, among those that have words.
public final class ChangeLanguage implements Dialog<ChangeLanguage.Waiting> {
  /// For a language.
  public sealed interface Waiting extends State permits Choosing {
    @Override
    default String dialog() {
      return "language";
    }
  }

  record Choosing() implements Waiting {
    @Override
    public String name() {
      return "choosing";
    }
  }

  /// Whether words ask for another language without naming it: `ganti bahasa`.
  public static boolean asked(Scene scene, String text) {
    return Commands.listed(scene, "language.signs", text);
  }

  /// Speaks the language that words name and beside which they say nothing: `boso jowo ae`, `pakai
  /// bahasa banjar`. An Indonesian teacher's occupation, or who cannot speak it, is none.
  public static boolean named(Scene scene, String text) {
    List<String> words = Parted.by(text.toLowerCase(Locale.ROOT), Character::isLetter);
    String bare = ' ' + String.join(" ", words) + ' ';
    for (Language language : offered(scene)) {
      for (String name : scene.heard("language.names." + language.code())) {
        if (!bare.contains(name)) {
          continue;
        }
        String rest = bare.replace(' ' + name + ' ', " ").strip();
        if (rest.length() < bare.length() - 2 && only(rest, scene.heard("language.fillers"))) {
          choose(scene, language);
          return true;
        }
      }
    }
    return false;
  }

  private static boolean only(String words, Set<String> known) {
    return words.isEmpty() || known.containsAll(List.of(words.split(" ")));
  }

  private static void choose(Scene scene, Language language) {
    Tongue.choose(scene, language);
    scene.say("language.chosen", "bahasa", label(scene, language));
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of("language.change");
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    return new Move.To(new Choosing());
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    for (Language language : offered(scene)) {
      boolean tapped =
          event instanceof Event.Tapped t && t.choice().equals("language." + language.code());
      boolean named =
          event instanceof Event.Said said
              && said.understood()
                  .normal()
                  .contains(label(scene, language).toLowerCase(Locale.ROOT));
      if (tapped || named) {
        choose(scene, language);
        return Move.OVER;
      }
    }
    return Move.PASS;
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    var choices =
        offered(scene).stream()
            .map(l -> new Choice("language." + l.code(), label(scene, l)))
            .toList();
    scene.ask(choices, "language.ask");
  }

  private static List<Language> offered(Scene scene) {
    return Arrays.stream(Language.values())
        .filter(scene.content().words().byLanguage()::containsKey)
        .toList();
  }

  private static String label(Scene scene, Language language) {
    return scene.words("choice.language." + language.code());
  }
}
