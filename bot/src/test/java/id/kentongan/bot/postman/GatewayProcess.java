package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Outcome;
import io.vertx.core.Future;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// A gateway in a process of its own, to be killed. Said on its standard input `sender id text`, it
/// prints `OK id` or `NO id`, and `SENT sender text` for each message that leaves.
public final class GatewayProcess implements AutoCloseable {
  private final Process process;
  private final PrintStream in;
  private final Map<String, CompletableFuture<Boolean>> answers = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private GatewayProcess(Process process, Consumer<String> sent) {
    this.process = process;
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread.ofVirtual().start(() -> read(sent));
  }

  static GatewayProcess start(String uri, Consumer<String> sent) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            GatewayProcess.class.getName(),
            uri);
    var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var gateway = new GatewayProcess(process, sent);
    gateway.ready.join();
    return gateway;
  }

  /// Whether it was taken; false also when the process died.
  boolean say(String sender, String id, String text) {
    var answer = answers.computeIfAbsent(id, fresh -> new CompletableFuture<>());
    if (!process.isAlive()) {
      return false;
    }
    synchronized (in) {
      in.println(sender + ' ' + id + ' ' + text);
    }
    boolean taken = answer.join();
    answers.remove(id);
    return taken;
  }

  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }

  private void read(Consumer<String> sent) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard(line, sent);
      }
    } catch (IOException e) {
      // why: a killed process's pipe breaks, and that is all there is to say.
      ready.complete(null);
    } finally {
      answers.values().forEach(answer -> answer.complete(false));
    }
  }

  private void heard(String line, Consumer<String> sent) {
    String rest = line.substring(line.indexOf(' ') + 1);
    if (line.equals("READY now")) {
      ready.complete(null);
    } else if (line.startsWith("SENT ")) {
      sent.accept(rest);
    } else {
      answers
          .computeIfAbsent(rest, fresh -> new CompletableFuture<>())
          .complete(line.startsWith("OK "));
    }
  }

  /// The process itself.
  public static void main(String[] args) throws IOException {
    var world = new FakeWorld();
    world.outcome =
        sent -> {
          tell("SENT " + sent.to().sender() + ' ' + sent.text());
          return Future.succeededFuture(new Outcome.Delivered("p"));
        };
    try (var gateway = new TestGateway(args[0], world, Duration.ofSeconds(2)).started();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      tell("READY now");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> words = List.of(line.split(" ", 3));
        gateway
            .say(new ConversationId("test", words.get(0)), words.get(1), words.get(2))
            .onComplete(done -> tell((done.succeeded() ? "OK " : "NO ") + words.get(1)));
      }
    }
  }

  private static synchronized void tell(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
