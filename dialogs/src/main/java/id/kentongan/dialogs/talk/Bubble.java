package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.values.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thought said to a person: text, the choices under it, and a file of ours to go with it. How
/// it looks is the channel's business. `code`: what the text tells, for platforms that want codes
/// in a form of their own.
public record Bubble(
    String text, List<Choice> choices, @Nullable Attachment attachment, @Nullable Code code) {
  public Bubble {
    choices = List.copyOf(choices);
  }

  public Bubble(String text, List<Choice> choices, @Nullable Attachment attachment) {
    this(text, choices, attachment, null);
  }

  public static Bubble of(String text) {
    return new Bubble(text, List.of(), null);
  }

  public static Bubble of(String text, List<Choice> choices) {
    return new Bubble(text, choices, null);
  }

  public Bubble with(List<Choice> more) {
    return new Bubble(text, more, attachment, code);
  }

  /// A file kept by us, sent to the person: its id in `Files`, its media type and the name shown.
  public record Attachment(String fileId, String type, String name) {}
}
