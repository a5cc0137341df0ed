package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Outcome;
import io.lettuce.core.RedisClient;
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

/// A gateway in a process of its own, to be killed. Said on its standard input `sender id text`, it
/// prints `OK id` or `NO id`. What leaves is pushed to the list `sent:<sender>` of another Redis,
/// the world, so that the order of arrival is one for all processes.
public final class GatewayProcess implements AutoCloseable {
  private final Process process;
  private final PrintStream in;
  private final Map<String, CompletableFuture<Boolean>> answers = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private volatile boolean gone;

  private GatewayProcess(Process process) {
    this.process = process;
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().start(this::read);
  }

  static GatewayProcess start(String uri, String world) throws IOException {
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
            uri,
            world);
    var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var gateway = new GatewayProcess(process);
    gateway.ready.join();
    return gateway;
  }

  /// Whether it was taken; false also when the process died.
  boolean say(String sender, String id, String text) {
    var answer = answers.computeIfAbsent(id, fresh -> new CompletableFuture<>());
    if (gone) {
      return false;
    }
    synchronized (in) {
      in.println(sender + ' ' + id + ' ' + text);
    }
    boolean taken = answer.join();
    answers.remove(id);
    return taken;
  }

  /// why: Process.destroyForcibly also closes our end of the pipes, and what the process had said
  /// before it died would be lost with it.
  void kill() {
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }

  private void read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard(line);
      }
    } catch (IOException e) {
      // why: a killed process's pipe breaks, and that is all there is to say.
      ready.complete(null);
    } finally {
      gone = true;
      answers.values().forEach(answer -> answer.complete(false));
    }
  }

  private void heard(String line) {
    String rest = line.substring(line.indexOf(' ') + 1);
    if (line.equals("READY now")) {
      ready.complete(null);
    } else {
      answers
          .computeIfAbsent(rest, fresh -> new CompletableFuture<>())
          .complete(line.startsWith("OK "));
    }
  }

  /// The process itself.
  public static void main(String[] args) throws IOException {
    var world = new FakeWorld();
    var list = RedisClient.create(args[1]).connect().async();
    world.outcome =
        sent ->
            Future.fromCompletionStage(list.rpush("sent:" + sent.to().sender(), sent.text()))
                .map(new Outcome.Delivered("p"));
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
