package id.kentongan.bot;

import id.kentongan.bot.chat.House;
import id.kentongan.bot.desk.Received;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.postgres.files.PostgresFiles;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/// The engine as a chat in the terminal sees it. Files sent along are laid into the folder `media`.
/// `sweep` does what is done every hour.
record EngineHouse(Engine engine, Supplier<Future<Void>> sweep, PostgresFiles files, Path media)
    implements House {
  @Override
  public Future<Received> receive(Inbound message) {
    return engine.desk().receive(message);
  }

  @Override
  public Future<Boolean> quiet(Duration within) {
    return engine.postman().quiet(within);
  }

  /// why: what the timers and the chores have written for somebody is told at once.
  @Override
  public Future<Void> jumped() {
    engine.postman().jumped();
    return sweep.get().compose(swept -> engine.relay());
  }

  @Override
  public Future<Talk> talk(ConversationId who) {
    return engine.vault().load(who).map(Vault.Loaded::talk);
  }

  @Override
  public Future<String> file(Bubble.Attachment file) {
    return files.read(file.fileId()).map(bytes -> lay(file, bytes));
  }

  private String lay(Bubble.Attachment file, Buffer bytes) {
    try {
      Path name = Path.of(file.name()).getFileName();
      Path path = Files.createDirectories(media.resolve(file.fileId())).resolve(name);
      return Files.write(path, bytes.getBytes()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
