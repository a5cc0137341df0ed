/// Invented people to try every journey with.
@NullMarked
package id.kentongan.integrations.postgres.sample;

import org.jspecify.annotations.NullMarked;
