package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds the field that words name: `nama saya salah`, `ganti pekerjaan`. The words for each field
/// are content, under `fields.<dialog>.<field>`.
final class Corrections {
  private Corrections() {}

  /// The field named together with a word of correcting (`salah`, `ganti`).
  static Optional<String> asked(Scene scene, String dialog, List<String> fields, FromPerson event) {
    if (!(event instanceof Event.Said said)) {
      return Optional.empty();
    }
    List<String> told = tokens(said.text() + ' ' + said.understood().normal());
    return names(told, scene.heard("correction.signs"))
        ? named(scene, dialog, fields, told)
        : Optional.empty();
  }

  /// The field named, when the bot has asked which.
  static Optional<String> named(Scene scene, String dialog, List<String> fields, FromPerson event) {
    return event instanceof Event.Said said
        ? named(scene, dialog, fields, tokens(said.text() + ' ' + said.understood().normal()))
        : Optional.empty();
  }

  private static Optional<String> named(
      Scene scene, String dialog, List<String> fields, List<String> told) {
    return fields.stream()
        .filter(f -> names(told, scene.heard("fields." + dialog + '.' + f)))
        .findFirst();
  }

  private static boolean names(List<String> told, Set<String> words) {
    return words.stream().anyMatch(told::contains);
  }

  private static List<String> tokens(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+"));
  }
}
