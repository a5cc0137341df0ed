/// What an enrolment, a claim, a notice and a ticket have in common: where they stand, and who
/// signs.
@NullMarked
package id.kentongan.integrations.postgres.matters;

import org.jspecify.annotations.NullMarked;
