package id.kentongan.dialogs.content;

import java.util.List;
import java.util.Set;

/// Questions that no intent is for, from the words under `particular` and `further`, in the order
/// of the files: the first that knows a message answers it.
public record Particulars(List<Question> particular, List<Question> further) {
  /// A question by its key in the words, e.g. `particular.abroad`. `after` are the intents whose
  /// answer it goes on from, none where it stands alone; `next` the intents offered below its
  /// answer.
  public record Question(String key, Set<String> after, List<String> next) {}
}
