/// Lists of people that agents send, and those that a village pays for.
@NullMarked
package id.kentongan.integrations.postgres.batches;

import org.jspecify.annotations.NullMarked;
