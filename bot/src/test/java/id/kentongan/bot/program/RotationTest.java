package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.bot.Wiring;
import id.kentongan.bot.chat.Asked;
import id.kentongan.bot.chat.PlayedClock;
import id.kentongan.bot.chat.Room;
import id.kentongan.bot.commands.Rotation;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.crypto.KeyFile;
import id.kentongan.integrations.crypto.KeyRefused;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The master key is changed while people are in the middle of a form; nobody notices, and at the
/// end the old key opens nothing.
@Timeout(240)
class RotationTest {
  private final AtomicReference<@Nullable Room> screen = new AtomicReference<>();
  private final PlayedClock clock =
      new PlayedClock(InstantSource.system(), Instant.parse("2026-11-20T02:00:00Z"));

  @Test
  void theKeyChangesUnderAConversation(@TempDir Path folder) throws Exception {
    try (var telegram = new TelegramStub()) {
      var program = new Program(folder, telegram, "webhook");
      Path file = folder.resolve("master.key");
      Path first = Files.copy(file, folder.resolve("first.key"));
      var settings = program.settings();
      try (Wiring wiring = started(program)) {
        assertThat(say(wiring, "daftar")).isNotBlank();
        say(wiring, "setuju");
        say(wiring, "3510171708850003");
        assertThat(new Rotation(settings).step()).contains("1 of 3");
      }
      assertThat(Files.readString(file)).contains("also ");
      try (Wiring wiring = started(program)) {
        assertThat(say(wiring, "sampai mana")).isNotBlank();
        assertThat(new Rotation(settings).step()).contains("2 of 3").doesNotContain(" 0 keys");
        // why: this node knows both keys, and still wraps by the old one
        assertThat(say(wiring, "Slamet Riyadi")).isNotBlank();
      }
      try (Wiring wiring = started(program)) {
        var told = new ArrayList<String>();
        do {
          told.add(new Rotation(settings).step());
        } while (!told.getLast().contains("3 of 3") && told.size() < 5);
        assertThat(told.getLast()).contains("3 of 3: done");
        assertThat(say(wiring, "bantuan")).isNotBlank();
      }
      assertThat(KeyFile.read(file).also()).isEmpty();
      assertThat(KeyFile.read(file).root()).isEqualTo(KeyFile.read(first).current());
      try (Wiring wiring = started(program)) {
        assertThat(say(wiring, "lanjut")).isNotBlank();
      }
      program.with("PRIVACY_KEY_FILE", first.toString());
      assertThatThrownBy(() -> started(program)).isInstanceOf(KeyRefused.class);
    }
  }

  private Wiring started(Program program) {
    Consumer<Outgoing> shown =
        said -> {
          Room room = screen.get();
          if (room != null) {
            room.hear(said);
          }
        };
    Wiring wiring = program.start(clock, shown);
    screen.set(new Room(wiring.vertx(), wiring.house(), clock, wiring.ear()));
    return wiring;
  }

  private String say(Wiring wiring, String text) {
    try {
      Asked asked = Asked.parse(new JsonObject().put("text", text).encode());
      var room = new Room(wiring.vertx(), wiring.house(), clock, wiring.ear());
      screen.set(room);
      List<Room.Said> said = room.turn(asked.act(), "seseorang", null).await().replies();
      return said.stream().map(one -> one.bubble().text()).collect(Collectors.joining("\n"));
    } catch (Asked.NotUnderstood e) {
      throw new AssertionError(e);
    }
  }
}
