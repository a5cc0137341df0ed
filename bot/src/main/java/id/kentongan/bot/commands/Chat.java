package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.Wiring;
import id.kentongan.bot.chat.Asked;
import id.kentongan.bot.chat.PlainChat;
import id.kentongan.bot.chat.PlayedClock;
import id.kentongan.bot.chat.Room;
import id.kentongan.bot.chat.TurnJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A conversation in the terminal through the whole engine.
@Command(name = "chat", description = "Talk with the engine in the terminal.")
final class Chat implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "One JSON object a line in, one a line out.")
  private boolean json;

  @Option(names = "--now", description = "When it is, e.g. 2026-11-20T09:00:00+07:00.")
  private @Nullable String now;

  @Option(names = "--data", description = "The data folder; otherwise a fresh temporary one.")
  private @Nullable Path data;

  @Option(names = "--user", defaultValue = "saya", description = "Who writes.")
  private String user = "saya";

  @Override
  public Integer call() throws IOException {
    InstantSource real = InstantSource.system();
    var clock = new PlayedClock(real, now == null ? real.instant() : instant(now));
    var folder = new ChatFolder(data);
    var shown = new AtomicReference<@Nullable Room>();
    Wiring wiring =
        Wiring.start(
            Home.folder(),
            folder.settings(),
            clock,
            said -> {
              Room room = shown.get();
              if (room != null) {
                room.hear(said);
              }
            });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(wiring, folder), "stop"));
    var room = new Room(wiring.vertx(), wiring.house(), clock, wiring.ear());
    shown.set(room);
    if (json) {
      lines(room, spec.commandLine().getOut());
    } else {
      typed(room);
    }
    return 0;
  }

  private void lines(Room room, PrintWriter out) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.println(answer(room, line));
        out.flush();
      }
    }
  }

  private String answer(Room room, String line) {
    try {
      Asked asked = Asked.parse(line);
      String who = asked.user().orElse(user);
      return TurnJson.of(room.turn(asked.act(), who, asked.id().orElse(null)).await());
    } catch (Asked.NotUnderstood e) {
      return TurnJson.error(String.valueOf(e.getMessage()));
    }
  }

  private void typed(Room room) throws IOException {
    var plain = new PlainChat();
    try (var terminal = TerminalBuilder.builder().build()) {
      LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
      terminal
          .writer()
          .println("Tulis pesan; nomor untuk memilih; /foto BERKAS; Ctrl-D selesai.\n");
      while (true) {
        String line = reader.readLine("> ").strip();
        if (!line.isEmpty()) {
          show(room, plain, line, terminal.writer());
        }
      }
    } catch (EndOfFileException | UserInterruptException done) {
      spec.commandLine().getOut().println();
    }
  }

  private void show(Room room, PlainChat plain, String line, PrintWriter out) {
    try {
      plain.show(room.turn(plain.read(line), user, null).await()).forEach(out::println);
    } catch (Asked.NotUnderstood e) {
      out.println(e.getMessage());
    }
    out.flush();
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Refused("--now: write it as 2026-11-20T09:00:00+07:00");
    }
  }

  private static void end(Wiring wiring, ChatFolder folder) {
    wiring.close();
    folder.close();
  }
}
