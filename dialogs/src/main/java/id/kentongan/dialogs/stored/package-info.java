/// The stored form of a conversation: versioned JSON and the migrations between its shapes.
@NullMarked
package id.kentongan.dialogs.stored;

import org.jspecify.annotations.NullMarked;
