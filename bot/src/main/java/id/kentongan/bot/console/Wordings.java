package id.kentongan.bot.console;

import id.kentongan.dialogs.values.Relation;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Test;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How values read in a template: `at | waktu`, `at | lama`, `day | hari`, `month | bulan`,
/// `key | kata`, `number | rupiah`, `text | angka`, `text | tanggal`, `code | desa`, `topic |
/// perihal`, `topic | tentang` (the matter), `intent | arti`, `name | hubungan`, `act | tindakan`,
/// `act | catatan` (of anything in the audit), `why | sebab` (of a broadcast's result), `end |
/// sampai` (the last day before it), `path | judul` (of a file of the content), `kind | bagian` and
/// `kind | jenis` (where a kind of matter stands, and its words), `matter | alamat` (where one that
/// two officers sign stands).
final class Wordings extends AbstractExtension {
  private static final Locale ID = Locale.forLanguageTag("id-ID");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH.mm", ID);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", ID);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", ID);

  private static final Map<String, String> ACTS =
      Map.of(
          "move to ", "move",
          "sign ", "sign",
          "ask ", "ask",
          "use answer: ", "use",
          "hand to core: ", "hand");

  /// What officers are reminded of by a ticket, by the first part of its topic.
  private static final Map<String, String> REMINDED =
      Map.of("claim.promise", "claim", "accident.deadline", "accident");

  private final Map<String, Filter> filters;

  /// `words` gives the text of a key, `villages` the name of a village by its code.
  record Sources(UnaryOperator<String> words, UnaryOperator<String> villages, ZoneId zone) {}

  Wordings(Sources sources, InstantSource clock) {
    ZoneId zone = sources.zone();
    UnaryOperator<String> words = sources.words();
    this.filters = new HashMap<>();
    filters.put("sampai", reads(end -> DAY.format(((Instant) end).minusSeconds(1).atZone(zone))));
    filters.put("bulan", reads(month -> MONTH.format(YearMonth.parse(month.toString()))));
    filters.put("perihal", reads(topic -> topic(words, topic.toString())));
    filters.put("saat", reads(at -> Instant.parse(at.toString())));
    filters.put("arti", reads(intent -> intent(words, intent.toString())));
    filters.put("tentang", reads(topic -> about(topic.toString())));
    filters.put("sebab", reads(why -> reason(words, why.toString())));
    filters.put("catatan", reads(act -> noted(words, act.toString())));
    filters.put("alamat", reads(matter -> MatterAddress.of(matter.toString())));
    filters.put("bagian", reads(kind -> BoardPage.path((Kind) kind)));
    filters.put("jenis", reads(kind -> BoardPage.words((Kind) kind)));
    filters.put("judul", reads(path -> ContentTitle.of(words, path.toString())));
    filters.put("perkara", reads(matter -> matter(words, matter.toString())));
    filters.putAll(
        Map.of(
            "hubungan", reads(name -> relation(name.toString())),
            "angka", reads(number -> Long.valueOf(number.toString())),
            "tanggal", reads(day -> LocalDate.parse(day.toString())),
            "tindakan", reads(act -> act(words, act.toString())),
            "desa", reads(code -> sources.villages().apply(code.toString())),
            "waktu", reads(at -> TIME.format(((Instant) at).atZone(zone))),
            "lama", reads(at -> ago(Duration.between((Instant) at, clock.instant()))),
            "hari", reads(day -> DAY.format((LocalDate) day)),
            "rupiah", reads(amount -> String.format(ID, "Rp %,d", ((Number) amount).longValue())),
            "kata", reads(key -> words.apply(key.toString()))));
  }

  @Override
  public Map<String, Filter> getFilters() {
    return filters;
  }

  /// `here is at("/console/klaim")`: whether an address is that page or below it.
  @Override
  public Map<String, Test> getTests() {
    return Map.of("at", new At(), "before", new Before());
  }

  /// `at is before(now)`.
  private static final class Before implements Test {
    @Override
    public boolean apply(
        @Nullable Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return input instanceof Instant at
          && args.get("other") instanceof Instant other
          && at.isBefore(other);
    }

    @Override
    public List<String> getArgumentNames() {
      return List.of("other");
    }
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

  static String relation(String name) {
    return Stream.of(Relation.values())
        .filter(relation -> relation.name().equals(name))
        .map(Relation::value)
        .findFirst()
        .orElse(name);
  }

  /// What an officer did to a matter, as the audit has it (`move to APPROVED`), in words.
  static String act(UnaryOperator<String> words, String act) {
    return ACTS.entrySet().stream()
        .filter(known -> act.startsWith(known.getKey()))
        .findFirst()
        .map(
            known -> {
              String what = act.substring(known.getKey().length());
              String named =
                  Stream.of(
                          "console.state.claim.",
                          "console.state.enrollment.",
                          "console.state.",
                          "console.field.")
                      .map(group -> group + what.toLowerCase(Locale.ROOT))
                      .filter(key -> !words.apply(key).equals(key))
                      .findFirst()
                      .map(words)
                      .orElse(what);
              return words.apply("console.act." + known.getValue()) + ' ' + named;
            })
        .orElse(act);
  }

  /// What the audit has of anybody (`search by nik`), in words: as many of its first words as there
  /// is something for, the rest as it is.
  static String noted(UnaryOperator<String> words, String act) {
    String moved = act(words, act);
    if (!moved.equals(act)) {
      return moved;
    }
    String[] told = act.split(" ");
    for (int n = told.length; n > 0; n--) {
      String first = String.join("-", Arrays.copyOf(told, n)).replaceAll("[,:]", "");
      String key = "console.audit." + first.toLowerCase(Locale.ROOT);
      if (!words.apply(key).equals(key)) {
        String rest = String.join(" ", Arrays.copyOfRange(told, n, told.length));
        String role = "console.role." + rest.toLowerCase(Locale.ROOT);
        String named = words.apply(role);
        return (words.apply(key) + ' ' + (named.equals(role) ? rest : named)).strip();
      }
    }
    return act;
  }

  /// Why somebody was not told a broadcast (`with an officer`), in words; what a provider said
  /// as it is.
  static String reason(UnaryOperator<String> words, String why) {
    String key = "console.broadcast.why." + why.replaceAll("[^a-z0-9]+", "-");
    String told = words.apply(key);
    return told.equals(key) ? why : told;
  }

  /// What a row of the audit is about (`talk/3`), in words; a number of ours as it is.
  static String matter(UnaryOperator<String> words, String matter) {
    String[] parts = matter.split("/", 2);
    String key = "console.matter." + parts[0];
    String told = words.apply(key);
    return parts.length < 2 || told.equals(key) ? matter : told + ' ' + parts[1];
  }

  /// Why somebody waits (`human/enroll`), or where they are (`enroll.nik`), in words.
  static String topic(UnaryOperator<String> words, String topic) {
    String reminded = REMINDED.get(topic.replaceFirst("/.*", ""));
    if (reminded != null) {
      return words.apply("console.reminded." + reminded);
    }
    String[] parts = topic.split("[/.]", 2);
    String first = words.apply("console.topic." + parts[0]);
    if (parts.length == 1) {
      return first;
    }
    String step = step(words, topic, parts[1]);
    if (step.equals(first)) {
      return first;
    }
    return topic.contains("/")
        ? first + ", saat " + words.apply("console.topic." + parts[1])
        : first + " (" + step + ')';
  }

  /// What a message means, by its intent; the intent itself where there is no word for it.
  static String intent(UnaryOperator<String> words, String intent) {
    return Stream.of("choice.do.", "console.intent.")
        .map(group -> group + intent)
        .filter(key -> !words.apply(key).equals(key))
        .findFirst()
        .map(words)
        .orElse(intent);
  }

  /// Where the matter is that officers are reminded of (`claim.promise/JKM-2026-000001`), below
  /// `/console`; empty where a topic is about none.
  static String about(String topic) {
    String[] parts = topic.split("/", 2);
    String kind = REMINDED.get(parts[0]);
    if (kind == null || parts.length < 2) {
      return "";
    }
    Kind board = kind.equals("claim") ? Kind.CLAIMS : Kind.ACCIDENTS;
    return BoardPage.path(board).substring(1) + '/' + parts[1];
  }

  /// What a state of a dialog is called, or its own name.
  private static String step(UnaryOperator<String> words, String state, String name) {
    String key = "console.step." + state;
    String told = words.apply(key);
    return told.equals(key) ? name : told;
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
    Object of(Object value);
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
