/// Reminders of contributions, by the gateway or by an agent who wants them.
@NullMarked
package id.kentongan.integrations.postgres.reminders;

import org.jspecify.annotations.NullMarked;
