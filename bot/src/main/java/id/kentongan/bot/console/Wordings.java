package id.kentongan.bot.console;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Test;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How values read in a template: `at | waktu`, `at | lama`, `day | hari`, `key | kata`,
/// `number | rupiah`.
final class Wordings extends AbstractExtension {
  private static final Locale ID = Locale.forLanguageTag("id-ID");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH.mm", ID);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", ID);

  private final Map<String, Filter> filters;

  Wordings(UnaryOperator<String> words, ZoneId zone, InstantSource clock) {
    this.filters =
        Map.of(
            "waktu", reads(at -> TIME.format(((Instant) at).atZone(zone))),
            "lama", reads(at -> ago(Duration.between((Instant) at, clock.instant()))),
            "hari", reads(day -> DAY.format((LocalDate) day)),
            "rupiah", reads(amount -> String.format(ID, "Rp %,d", ((Number) amount).longValue())),
            "kata", reads(key -> words.apply(key.toString())));
  }

  @Override
  public Map<String, Filter> getFilters() {
    return filters;
  }

  /// `here is at("/console/klaim")`: whether an address is that page or below it.
  @Override
  public Map<String, Test> getTests() {
    return Map.of("at", new At());
  }

  private static final class At implements Test {
    @Override
    public boolean apply(
        @Nullable Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return input != null && input.toString().startsWith(String.valueOf(args.get("path")));
    }

    @Override
    public List<String> getArgumentNames() {
      return List.of("path");
    }
  }

  /// How long ago, as one says it: `5 menit`, `3 jam`, `2 hari`.
  static String ago(Duration time) {
    long minutes = Math.max(0, time.toMinutes());
    if (minutes < 1) {
      return "baru saja";
    }
    if (minutes < 60) {
      return minutes + " menit";
    }
    return minutes < 48 * 60 ? minutes / 60 + " jam" : minutes / (24 * 60) + " hari";
  }

  /// What a value reads like.
  @FunctionalInterface
  private interface Reads {
    String of(Object value);
  }

  private static Filter reads(Reads reads) {
    return new Filter() {
      @Override
      public Object apply(
          @Nullable Object input,
          Map<String, Object> args,
          PebbleTemplate self,
          EvaluationContext context,
          int line) {
        return input == null ? "" : reads.of(input);
      }

      @Override
      public List<String> getArgumentNames() {
        return List.of();
      }
    };
  }
}
