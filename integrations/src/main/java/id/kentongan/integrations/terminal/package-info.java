/// The terminal as a channel: what is said is handed to whoever shows it.
@NullMarked
package id.kentongan.integrations.terminal;

import org.jspecify.annotations.NullMarked;
