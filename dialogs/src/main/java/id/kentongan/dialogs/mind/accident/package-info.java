/// A work accident and its first notice.
@NullMarked
package id.kentongan.dialogs.mind.accident;

import org.jspecify.annotations.NullMarked;
