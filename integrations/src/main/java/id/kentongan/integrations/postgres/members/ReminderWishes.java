package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Effect;
import org.jdbi.v3.core.Handle;

/// Which conversations want reminders, and when.
public final class ReminderWishes {
  private ReminderWishes() {}

  public static void keep(Handle handle, long talk, Effect.SetReminders wish) {
    handle.execute(
        """
        insert into reminder_wishes (talk, wanted, hour) values (?, ?, ?)
        on conflict (talk) do update set wanted = excluded.wanted, hour = excluded.hour
        """,
        talk,
        wish.wanted(),
        wish.hour());
  }
}
