/// Death-benefit claims, first notices of accidents, and visits to the branch.
@NullMarked
package id.kentongan.integrations.postgres.claims;

import org.jspecify.annotations.NullMarked;
