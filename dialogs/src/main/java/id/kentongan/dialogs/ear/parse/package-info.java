/// Values from words: identity numbers, dates, money, names and the rest, as people type them.
@NullMarked
package id.kentongan.dialogs.ear.parse;

import org.jspecify.annotations.NullMarked;
