/// What a village asks: its coverage, its budget.
@NullMarked
package id.kentongan.dialogs.mind.village;

import org.jspecify.annotations.NullMarked;
