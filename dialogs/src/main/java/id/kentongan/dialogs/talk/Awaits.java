package id.kentongan.dialogs.talk;

/// A state that waits for effects' answers. It understands the person meanwhile.
public interface Awaits extends State {
  boolean awaits(EffectId effect);

  /// A state that waits for one.
  interface One extends Awaits {
    EffectId awaited();

    @Override
    default boolean awaits(EffectId effect) {
      return awaited().equals(effect);
    }
  }
}
