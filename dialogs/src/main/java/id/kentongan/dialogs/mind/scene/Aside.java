package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.talk.State;
import java.util.Optional;

/// A state put aside for later, kept in its stored form among the conversation's facts.
public final class Aside {
  private Aside() {}

  public static void lay(Scene scene, String fact, State state) {
    scene.remember(fact, scene.stored().laid(state));
  }

  /// What lies there, if it is of this family; it stays.
  public static <S extends State> Optional<S> of(Scene scene, String fact, Class<S> family) {
    return Optional.ofNullable(scene.fact(fact))
        .flatMap(scene.stored()::takenUp)
        .filter(family::isInstance)
        .map(family::cast);
  }
}
