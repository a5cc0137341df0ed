package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Event.FromPerson;
import java.util.List;
import java.util.Optional;

/// Asks for what is missing, in order, and goes back. A form knows nothing of what it is for.
public record Form<D>(List<Slot<D>> slots) {
  /// What the fields are called, in order.
  public List<String> names() {
    return slots.stream().map(Slot::name).toList();
  }

  /// The first field that still needs a value.
  public Optional<Slot<D>> next(D draft) {
    for (Slot<D> slot : slots) {
      if (slot.open().test(draft)) {
        return Optional.of(slot);
      }
    }
    return Optional.empty();
  }

  public Slot<D> slot(String name) {
    for (Slot<D> slot : slots) {
      if (slot.name().equals(name)) {
        return slot;
      }
    }
    throw new IllegalStateException("no field " + name);
  }

  public boolean has(String name) {
    return slots.stream().anyMatch(s -> s.name().equals(name));
  }

  public Fill<D> read(Scene scene, String slot, D draft, FromPerson event) {
    return slot(slot).reader().read(scene, draft, event);
  }

  /// The filled field asked last before `slot`, emptied; nothing when `slot` is the first.
  public Optional<Back<D>> back(String slot, D draft) {
    int at = has(slot) ? slots.indexOf(slot(slot)) : slots.size();
    for (int i = at - 1; i >= 0; i--) {
      D emptied = slots.get(i).clear().apply(draft);
      if (slots.get(i).open().test(emptied)) {
        return Optional.of(new Back<>(slots.get(i).name(), emptied));
      }
    }
    return Optional.empty();
  }

  /// Where going back leads.
  public record Back<D>(String slot, D draft) {}
}
