/// PostgreSQL: the embedded server, and the records kept there.
@NullMarked
package id.kentongan.integrations.postgres;

import org.jspecify.annotations.NullMarked;
