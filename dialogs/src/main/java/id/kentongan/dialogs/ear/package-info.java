/// The Ear: from typed words to language, intents with calibrated confidence, and values. Total:
/// doubt is a value.
@NullMarked
package id.kentongan.dialogs.ear;

import org.jspecify.annotations.NullMarked;
