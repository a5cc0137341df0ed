package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Turn;

/// Decides what a turn comes to. Pure and total: the same turn and event give the same step, and no
/// event in any state throws.
public interface Mind {
  Step step(Turn turn, Event event);
}
