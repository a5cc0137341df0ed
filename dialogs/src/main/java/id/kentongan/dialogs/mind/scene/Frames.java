package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The stack of what is waited for, while a turn works on it.
public final class Frames {
  private final List<State> stack;

  public Frames(List<State> stack) {
    this.stack = new ArrayList<>(stack);
  }

  public List<State> all() {
    return List.copyOf(stack);
  }

  public @Nullable State top() {
    return stack.isEmpty() ? null : stack.getLast();
  }

  public void push(State state) {
    stack.add(state);
  }

  /// Lays a state right under the top.
  public void pushUnder(State state) {
    stack.add(stack.size() - 1, state);
  }

  /// Takes out what nobody may answer any more.
  public void drop(Predicate<State> over) {
    stack.removeIf(over);
  }

  public void pop() {
    stack.removeLast();
  }

  public void replace(State old, State next) {
    stack.set(stack.lastIndexOf(old), next);
  }

  public void remove(State state) {
    stack.remove(stack.lastIndexOf(state));
  }

  /// Takes a state out of the middle and lays it on top.
  public void raise(State state) {
    remove(state);
    push(state);
  }

  public @Nullable State awaiting(EffectId effect) {
    return stack.reversed().stream()
        .filter(s -> s instanceof Awaits awaits && awaits.awaits(effect))
        .findFirst()
        .orElse(null);
  }

  public @Nullable State ofFamily(Class<?> family) {
    return first(family::isInstance);
  }

  /// The topmost of a kind.
  public @Nullable State first(Predicate<State> kind) {
    return stack.reversed().stream().filter(kind).findFirst().orElse(null);
  }
}
