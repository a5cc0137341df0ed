/// How well the Ear understands: figures over messages whose meaning is known.
@NullMarked
package id.kentongan.dialogs.ear.eval;

import org.jspecify.annotations.NullMarked;
