/// One conversation: what comes in, what is kept, what goes out.
@NullMarked
package id.kentongan.dialogs.talk;

import org.jspecify.annotations.NullMarked;
