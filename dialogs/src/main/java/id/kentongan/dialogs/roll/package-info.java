/// Lists of workers as a village writes them: many people in one message or file, row by row.
@NullMarked
package id.kentongan.dialogs.roll;

import org.jspecify.annotations.NullMarked;
