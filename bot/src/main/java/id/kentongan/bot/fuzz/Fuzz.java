package id.kentongan.bot.fuzz;

import id.kentongan.bot.chaos.Chaos.Program;
import id.kentongan.bot.chaos.Scratch;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Two real gateways, real requests changed by dice, and what came of it.
public final class Fuzz {
  private static final int AT_ONCE = 32;

  /// why: code is compiled and pools are filled by the first.
  private static final int WARM = 5;

  private static final int RENEW = 3_000;
  private static final List<String> SHARES =
      List.of(
          "telegram",
          "telegram",
          "telegram",
          "twilio",
          "twilio",
          "cloud",
          "cloud",
          "payments",
          "web",
          "web",
          "console",
          "open");

  private final Order order;
  private final House house;
  private final Company company;
  private final Found found;
  private final Map<String, List<Ask>> asks;

  /// So many inputs; the same seed makes the same ones.
  public record Order(Program program, long inputs, long seed) {}

  private Fuzz(Order order, House house, Company company, Found found) {
    this.order = order;
    this.house = house;
    this.company = company;
    this.found = found;
    this.asks =
        company.asks(order.program().home().resolve("bench/doors.http")).stream()
            .collect(Collectors.groupingBy(Ask::door));
  }

  /// Does it in a new folder, which stays when anything was found; blocks.
  public static FuzzReport run(Order order, InstantSource clock) {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    Path folder = Scratch.fresh("kentongan-fuzz-");
    var found = new Found(folder);
    long begun = System.nanoTime();
    try (var house = House.open(vertx, folder, order.program());
        var company = new Company(house, clock)) {
      begun = System.nanoTime();
      new Fuzz(order, house, company, found).run();
    } finally {
      vertx.close().await();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (!found.none()) {
      return new FuzzReport(order, took, found, Optional.of(folder));
    }
    Scratch.remove(folder);
    return new FuzzReport(order, took, found, Optional.empty());
  }

  private void run() {
    long warm = order.inputs() / WARM;
    throwAll(0, warm);
    var before = Holding.of(house);
    throwAll(warm, order.inputs());
    Holding.of(house).judge(before, found);
    new LogCheck(found).judge(house);
  }

  private void throwAll(long from, long end) {
    var next = new AtomicLong(from);
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var workers = new ArrayList<Future<?>>();
      for (int i = 0; i < AT_ONCE; i++) {
        workers.add(threads.submit(() -> work(next, end)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void work(AtomicLong next, long end) {
    try (var first = new Line(house.nodes().get(0).port);
        var second = new Line(house.nodes().get(1).port)) {
      for (long number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
        if (number % RENEW == 0) {
          company.renew();
        }
        input(number, first, second);
      }
    }
  }

  /// Doors of messengers more often than those behind which an officer stands.
  private Ask one(Random random) {
    String door = SHARES.get(random.nextInt(SHARES.size()));
    List<Ask> of = asks.getOrDefault(door, List.of());
    return of.get(random.nextInt(of.size()));
  }

  private void input(long number, Line first, Line second) {
    var random = new Random(order.seed() * 1_000_003 + number);
    Ask ask = one(random);
    Ask changed = new Mutation(random).of(Doors.fresh(ask, number, random));
    Ask sent = company.proofs().on(changed, random);
    boolean other = random.nextInt(4) == 0;
    Line line =
        ask.door().equals("cloud") || (other && !ask.door().equals("twilio")) ? second : first;
    if (sent.plain() && random.nextInt(25) > 0) {
      found.answered(number, sent, sent.bytes(), line.whole(sent));
    } else {
      byte[] bytes = new Mutation(random).havoc(sent.bytes());
      found.answered(number, sent, bytes, line.half(bytes));
    }
  }
}
