package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.talk.Event.FromPerson;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// One field of a form over a draft `D`: whether it still needs a value, how it is asked, how an
/// event fills it, and how it is emptied to be asked again.
public record Slot<D>(
    String name,
    Predicate<D> open,
    BiConsumer<Scene, D> asker,
    Reader<D> reader,
    UnaryOperator<D> clear) {
  /// Reads an event as this field's value.
  public interface Reader<D> {
    Fill<D> read(Scene scene, D draft, FromPerson event);
  }

  /// What came of reading.
  public sealed interface Fill<D> {
    record Filled<D>(D draft) implements Fill<D> {}

    /// Meant for this field but not clear; what was said asks for it.
    record Unclear<D>() implements Fill<D> {}

    /// Not meant for this field: a question, another wish.
    record Other<D>() implements Fill<D> {}
  }
}
