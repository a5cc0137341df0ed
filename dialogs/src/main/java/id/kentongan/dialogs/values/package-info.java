/// What people tell and the rules count with: money, identity numbers, months, places. Types carry
/// their own rules.
@NullMarked
package id.kentongan.dialogs.values;

import org.jspecify.annotations.NullMarked;
