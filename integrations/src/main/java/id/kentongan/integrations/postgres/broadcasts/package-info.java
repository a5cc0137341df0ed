/// What many are told at once.
@NullMarked
package id.kentongan.integrations.postgres.broadcasts;

import org.jspecify.annotations.NullMarked;
