/// Enrolling oneself or somebody else, from the consent to the summary.
@NullMarked
package id.kentongan.dialogs.mind.enroll;

import org.jspecify.annotations.NullMarked;
