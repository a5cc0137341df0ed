package id.kentongan.integrations.twilio;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.integrations.Fit;
import java.net.URI;
import java.util.List;

/// A message in the form in which Twilio takes it. `body` is the text that the person sees.
sealed interface Draft {
  String body();

  record Text(String body) implements Draft {}

  /// A file of ours, which Twilio and WhatsApp fetch from `link`.
  record Media(String body, URI link) implements Draft {}

  /// With buttons or list rows.
  record Choosing(String body, List<Choice> choices) implements Draft {
    /// The same with the choices as a numbered menu in the text.
    Text menu() {
      return new Text(Fit.numbered(new Bubble(body, choices, null)));
    }
  }

  /// By an approved template around the words, the only way outside the window.
  record Notice(String contentSid, String body) implements Draft {}

  /// Whether a message in Twilio's list is this one, as far as its text tells.
  default boolean matches(String listed) {
    return switch (this) {
      case Text text -> same(listed, text.body());
      case Media media -> same(listed, media.body());
      case Choosing choosing ->
          same(listed, choosing.body()) || same(listed, choosing.menu().body());
      case Notice notice -> plain(listed).contains(plain(notice.body()));
    };
  }

  private static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
