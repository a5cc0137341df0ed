package id.kentongan.bot.program;

import id.kentongan.bot.Wiring;
import id.kentongan.bot.chat.Asked;
import id.kentongan.bot.chat.PlayedClock;
import id.kentongan.bot.chat.Room;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The whole program with a clock that a script moves, and what comes of each of its lines:
///
/// | Line | Means |
/// |---|---|
/// | `~ 2027-01-08T09:00` | it is that time in the village; the days between pass one by one |
/// | `# siti` | who writes from here on |
/// | `> words`, `> [choice]` | what they write or tap |
/// | `$ 16800 3510...` or `$ 33600 DFT-2026-000001` | a payment comes in now |
///
/// All other lines are what came of them. Codes, which are others each time, are shown as `KODE`.
final class Year implements AutoCloseable {
  private static final String SECRET = "p".repeat(32);
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final Pattern CODE =
      Pattern.compile("\\b(?=[0-9A-Z-]*[0-9])[0-9A-Z]{4}-[0-9A-Z]{4}\\b");

  private final AtomicReference<@Nullable Room> screen = new AtomicReference<>();
  private final TelegramStub telegram = new TelegramStub();
  private final PlayedClock clock;
  private final Wiring wiring;
  private final Room room;
  private final StringBuilder lived = new StringBuilder();
  private String who = "saya";
  private int payments;

  /// `first` is the script's first line, with the time at which it begins.
  Year(Path folder, String first) {
    this.clock = new PlayedClock(InstantSource.system(), time(first));
    var program = new Program(folder, telegram, "webhook").with("PAYMENTS_SECRET", SECRET);
    this.wiring =
        program.start(
            clock,
            said -> {
              Room shown = screen.get();
              if (shown != null) {
                shown.hear(said);
              }
            });
    this.room = new Room(wiring.vertx(), wiring.house(), clock, wiring.ear());
    screen.set(room);
    program.invents();
  }

  String live(List<String> script) {
    script.stream().filter(line -> line.matches("[~#>$] .*")).forEach(this::live);
    return lived.toString();
  }

  private void live(String line) {
    lived.append(lived.isEmpty() || line.startsWith("$") ? "" : "\n").append(line).append('\n');
    String rest = line.substring(2);
    switch (line.charAt(0)) {
      case '~' -> until(time(line));
      case '#' -> who = rest;
      case '$' -> pay(rest);
      default -> show(new Asked.Act.Send(said(rest)));
    }
  }

  private static Instant time(String line) {
    return LocalDateTime.parse(line.substring(2)).atZone(WIB).toInstant();
  }

  private static Inbound.Content said(String words) {
    return words.startsWith("[")
        ? new Inbound.Ready(new Event.Tapped(words.substring(1, words.length() - 1)))
        : new Inbound.Words(words.replace("\\n", "\n"), false);
  }

  /// why day by day: a gateway that runs sees each of them.
  private void until(Instant then) {
    while (clock.instant().plus(Duration.ofDays(1)).isBefore(then)) {
      pass(Duration.ofDays(1));
    }
    pass(Duration.between(clock.instant(), then));
  }

  private void pass(Duration span) {
    Room.Turn turn = turn(new Asked.Act.Advance(span));
    if (!turn.replies().isEmpty()) {
      lived
          .append("  ")
          .append(LocalDateTime.ofInstant(clock.instant(), WIB).toLocalDate())
          .append('\n');
    }
    told(turn);
  }

  private void show(Asked.Act act) {
    Room.Turn turn = turn(act);
    told(turn);
    var state = turn.state();
    lived
        .append("@ ")
        .append(state == null ? "idle" : state.dialog() + '.' + state.name())
        .append('\n');
  }

  private Room.Turn turn(Asked.Act act) {
    return room.turn(act, who, null).await();
  }

  private void told(Room.Turn turn) {
    for (Room.Said said : turn.replies()) {
      lived.append("< ").append(CODE.matcher(said.bubble().text()).replaceAll("KODE")).append('\n');
      var choices = said.bubble().choices();
      if (!choices.isEmpty()) {
        lived.append(
            choices.stream().map(Choice::label).collect(Collectors.joining("] [", "  [", "]\n")));
      }
    }
  }

  private void pay(String line) {
    String[] parts = line.split(" ");
    var body =
        new JsonObject()
            .put("id", "life-" + ++payments)
            .put(parts[1].startsWith("DFT") ? "enrolment" : "nik", parts[1])
            .put("amount", Long.parseLong(parts[0]))
            .put("paid_at", clock.instant().toString())
            .put("channel", "BRILink")
            .encode();
    lived.append("= ").append(new JsonObject(post(body)).getString("state")).append('\n');
    pass(Duration.ofSeconds(1));
  }

  private String post(String body) {
    long at = clock.instant().getEpochSecond();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wiring.port() + "/api/payments"))
            .header("X-Kentongan-Timestamp", Long.toString(at))
            .header("X-Kentongan-Signature", signed(at + "." + body))
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    wiring.close();
    telegram.close();
  }
}
