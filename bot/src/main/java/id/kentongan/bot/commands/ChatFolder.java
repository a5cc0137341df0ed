package id.kentongan.bot.commands;

import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.postgres.privacy.Retention;
import id.kentongan.integrations.stores.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a chat keeps its stores: the folder given, or a temporary one that is removed at the end.
final class ChatFolder implements AutoCloseable {
  private static final int MANY = 9_999_999;

  private final Path folder;
  private final boolean temporary;

  ChatFolder(@Nullable Path given) throws IOException {
    this.temporary = given == null;
    this.folder = given == null ? Files.createTempDirectory("kentongan-chat") : given;
    if (temporary) {
      // why: embedded PostgreSQL runs as another user when we are root, and must get through.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
  }

  /// Embedded stores, no messengers, any free port on loopback.
  Settings settings() {
    return new Settings(
        new Settings.Http("127.0.0.1", 0, Optional.empty(), List.of()),
        new Settings.Place(folder.toAbsolutePath().normalize(), Optional.empty()),
        new Settings.Stores(Optional.empty(), Optional.empty()),
        new Settings.Channels(Optional.empty(), Optional.empty()),
        // why: a script says more in a second than any person does
        new Settings.Desk(MANY, MANY, MANY, false, MANY),
        new Settings.Systems(Optional.empty(), Optional.empty(), Optional.empty()),
        new Settings.Upkeep(
            Optional.empty(),
            Duration.ofHours(1),
            false,
            Optional.empty(),
            new Retention.Days(MANY, MANY, MANY, MANY),
            Optional.empty(),
            Duration.ofDays(MANY)));
  }

  @Override
  public void close() {
    if (!temporary) {
      return;
    }
    try {
      Programs.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
