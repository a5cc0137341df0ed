/// The Mind: (turn, event) to step. Pure and total: no I/O, no clock, no randomness, no log.
@NullMarked
package id.kentongan.dialogs.mind;

import org.jspecify.annotations.NullMarked;
