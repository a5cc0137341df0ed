/// What is kept of somebody, for how long, and how it is erased.
@NullMarked
package id.kentongan.integrations.postgres.privacy;

import org.jspecify.annotations.NullMarked;
