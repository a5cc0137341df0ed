/// What was said and what became of it, and the figures counted from it.
@NullMarked
package id.kentongan.integrations.postgres.journal;

import org.jspecify.annotations.NullMarked;
