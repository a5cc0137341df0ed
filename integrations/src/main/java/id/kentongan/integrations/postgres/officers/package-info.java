/// What officers see and do: who waits, conversations, matters, tickets, searches.
@NullMarked
package id.kentongan.integrations.postgres.officers;

import org.jspecify.annotations.NullMarked;
