package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.ear.parse.Kind;
import id.kentongan.dialogs.ear.parse.Printed;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.content.YamlContent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// For each line of standard input one line: the value as JSON, `AMBIGUOUS` with the readings, or
/// `INVALID` with the reason as the person would be told it.
@Command(name = "parse", description = "Print the value of a kind in each line.")
final class NluParse implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "KIND", description = "nik, birth_date, money, ...")
  private String kind = "";

  @Option(names = "--now", description = "The time it is, e.g. 2026-11-20T09:00:00+07:00")
  private @Nullable OffsetDateTime now;

  @Override
  public Integer call() {
    Kind wanted = Kind.named(kind).orElseThrow(() -> new Refused(unknown()));
    Content content = YamlContent.load(Nlu.config()).content();
    var known = new Kind.Known(today(content), content.parsers(), content.places());
    var out = spec.commandLine().getOut();
    Nlu.input().map(line -> told(wanted.parse(line, known), content)).forEach(out::println);
    out.flush();
    return 0;
  }

  private LocalDate today(Content content) {
    return now == null ? LocalDate.now(Clock.system(content.rules().zone())) : now.toLocalDate();
  }

  private static String told(Printed printed, Content content) {
    if (printed.reason().isEmpty() || !content.words().has(printed.reason())) {
      return printed.line();
    }
    Map<String, String> detail = Map.of("detail", printed.detail());
    String reason = content.words().say(Language.INDONESIAN, printed.reason(), detail);
    return "INVALID\t" + reason.replaceAll("\\s+", " ");
  }

  private String unknown() {
    return "No kind of value is called "
        + kind
        + ". There are: "
        + Arrays.stream(Kind.values())
            .map(k -> k.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
  }
}
