package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Drawn;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.State;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Every dialog with the states it may wait in, drawn from the code: fields of a form in the order
/// in which they are asked, then the other states. States are named as in the journal,
/// `enroll.nik`.
public record DialogMap(List<Drawn> dialogs) {
  public DialogMap {
    dialogs = List.copyOf(dialogs);
  }

  /// A dialog, the intents that begin it, and its states.
  public record Drawn(String dialog, List<String> intents, List<String> states) {}

  public static DialogMap standard() {
    return new DialogMap(Dialogs.standard().all().stream().map(DialogMap::drawn).toList());
  }

  private static Drawn drawn(Dialog<?> dialog) {
    var states = new LinkedHashSet<String>();
    String name = "";
    for (Class<?> leaf : StoredJson.leaves(dialog.states())) {
      State state = sample(leaf);
      name = state.dialog();
      if (state.name().isEmpty()) {
        states.addAll(dialog.fields());
      } else {
        states.add(state.name());
      }
    }
    String family = name;
    return new Drawn(
        family,
        List.copyOf(new TreeSet<>(dialog.intents())),
        states.stream().map(state -> family + '.' + state).toList());
  }

  /// A state that holds nothing: only its name is asked.
  private static State sample(Class<?> leaf) {
    RecordComponent[] parts = leaf.getRecordComponents();
    var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = leaf.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (State)
          constructor.newInstance(Arrays.stream(types).map(DialogMap::nothing).toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(leaf.getName(), e);
    }
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == String.class) {
      return "";
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == Set.class) {
      return Set.of();
    }
    return type == Map.class ? Map.of() : null;
  }
}
