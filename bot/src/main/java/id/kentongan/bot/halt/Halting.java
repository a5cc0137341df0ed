package id.kentongan.bot.halt;

import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Leases;
import id.kentongan.integrations.Records;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Ends this process at once when it comes to a point for the n-th time; wraps what passes there.
public final class Halting {
  /// The status with which the process ends.
  public static final int STATUS = 66;

  private final HaltPoint point;
  private final AtomicInteger left;

  private Halting(HaltPoint point, int times) {
    this.point = point;
    this.left = new AtomicInteger(times);
  }

  /// `after-commit:17` as the setting has it.
  public static Halting parse(String setting) {
    String[] parts = setting.split(":", 2);
    String name = parts[0].toUpperCase(Locale.ROOT).replace('-', '_');
    return new Halting(HaltPoint.valueOf(name), Integer.parseInt(parts[1]));
  }

  /// Whether the point of a setting is one.
  public static boolean knows(String setting) {
    return Arrays.stream(HaltPoint.values())
        .anyMatch(point -> setting.startsWith(point.text() + ':'));
  }

  /// What a door calls to have an event stored.
  public static <T> Function<T, Future<Void>> desk(
      Optional<Halting> halting, Function<T, Future<Void>> desk) {
    return halting
        .<Function<T, Future<Void>>>map(
            h -> in -> desk.apply(in).onSuccess(done -> h.reached(HaltPoint.AFTER_COMMIT)))
        .orElse(desk);
  }

  public static Map<String, Channel> channels(
      Optional<Halting> halting, Map<String, Channel> channels) {
    return halting
        .map(
            h ->
                channels.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey,
                            each -> (Channel) new HaltingChannel(each.getValue(), h))))
        .orElse(channels);
  }

  public static Records records(Optional<Halting> halting, Records records) {
    return halting.<Records>map(h -> new HaltingRecords(records, h)).orElse(records);
  }

  public static Leases leases(Optional<Halting> halting, Leases leases) {
    return halting.<Leases>map(h -> new HaltingLeases(leases, h)).orElse(leases);
  }

  /// Does not return when it was the time to end.
  void reached(HaltPoint here) {
    if (here == point && left.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(STATUS);
    }
  }
}
