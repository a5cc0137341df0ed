/// A death and its JKM claim: mourning, heirs, papers, the family's time at the branch.
@NullMarked
package id.kentongan.dialogs.mind.claim;

import org.jspecify.annotations.NullMarked;
