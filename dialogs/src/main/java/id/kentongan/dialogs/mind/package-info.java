/// The Mind: (turn, event) to step. Pure and total: no I/O, no clock, no randomness, no log.
/// Where an act goes is decided here; each subject's dialogs are in a package of their own, and
/// all stand on `scene`.
@NullMarked
package id.kentongan.dialogs.mind;

import org.jspecify.annotations.NullMarked;
