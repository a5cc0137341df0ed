/// Reads the trees of the content files into content, and says all that is wrong with them
/// together. Parsing bytes is another's work.
@NullMarked
package id.kentongan.dialogs.content.reading;

import org.jspecify.annotations.NullMarked;
