/// What every dialog stands on: one turn as it is seen and written, forms, and words that
/// content lists. It knows no dialog.
@NullMarked
package id.kentongan.dialogs.mind.scene;

import org.jspecify.annotations.NullMarked;
