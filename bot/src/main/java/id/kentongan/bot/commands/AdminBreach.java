package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.integrations.postgres.privacy.Breach;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists whom to tell after a breach, one person a line.
@Command(
    name = "breach",
    description = "List the persons that a breach touched, so that they can be told.")
final class AdminBreach implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--from", required = true, description = "2026-11-20T00:00:00+07:00")
  private String from = "";

  @Option(names = "--to", required = true, description = "until before then")
  private String to = "";

  @Option(names = "--officer", description = "only whom this account looked at")
  private @Nullable String officer;

  @Override
  public Integer call() {
    Instant begin = instant("--from", from);
    Instant end = instant("--to", to);
    List<Breach.Touched> touched =
        OwnDatabase.with(
            Home.settings(),
            (database, key) -> {
              var breach = new Breach(database, key, InstantSource.system());
              return (officer == null ? breach.during(begin, end) : breach.by(officer, begin, end))
                  .await();
            });
    var out = spec.commandLine().getOut();
    for (Breach.Touched one : touched) {
      out.println(
          String.join(
              "\t",
              Long.toString(one.person()),
              one.name(),
              one.village(),
              Objects.requireNonNullElse(one.phone(), ""),
              String.join(",", one.ways())));
    }
    spec.commandLine().getErr().println(touched.size() + " persons");
    out.flush();
    return 0;
  }

  private static Instant instant(String option, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refused(option + ": a time with its offset, as 2026-11-20T00:00:00+07:00.");
    }
  }
}
