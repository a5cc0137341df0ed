package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Set;

/// One thing that people come for, e.g. enrolling. It owns a sealed family of states; the registry
/// `Dialogs` lists it.
public interface Dialog<S extends State> {
  /// The sealed family of its states.
  Class<S> states();

  /// The intents that begin it.
  Set<String> intents();

  /// The fields of its form, in the order in which they are asked.
  default List<String> fields() {
    return List.of();
  }

  /// Whether a state left on the stack is what the opening wants to go on with.
  default boolean takesUp(State state, Opening opening) {
    return states().isInstance(state);
  }

  /// Begins; `opening` is what the person said or tapped to get here.
  Move start(Scene scene, Opening opening);

  /// An event while `state` is on the stack.
  Move on(Scene scene, S state, Event event);

  /// Asks again what `state` waits for: after a digression, or when the person is back.
  void ask(Scene scene, S state);
}
