package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.talk.State;

/// Where a dialog goes after an event.
public sealed interface Move {
  Move OVER = new Over();
  Move PASS = new Pass();

  /// Wait in this state now.
  record To(State next) implements Move {}

  /// The dialog is done; what lies under it goes on.
  record Over() implements Move {}

  /// A question that the state hears in words not sure of themselves: it is answered, then what
  /// the state waits for is asked again.
  record Digress(Opening opening) implements Move {}

  /// The event means nothing to this state: nothing was said, the Mind decides.
  record Pass() implements Move {}
}
