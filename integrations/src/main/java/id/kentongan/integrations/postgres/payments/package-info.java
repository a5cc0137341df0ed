/// Payments: what is due, what came in, what it made active, what an officer must decide.
@NullMarked
package id.kentongan.integrations.postgres.payments;

import org.jspecify.annotations.NullMarked;
