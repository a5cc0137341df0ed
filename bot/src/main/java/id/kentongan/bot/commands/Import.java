package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.reading.Loaded;
import id.kentongan.integrations.TableFile;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.documents.CsvTable;
import id.kentongan.integrations.postgres.villages.Imported;
import id.kentongan.integrations.postgres.villages.Imported.Fault;
import id.kentongan.integrations.postgres.villages.VillageImport;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes a CSV file into the records; the good rows at once, the others listed with line and
/// reason. 1 when any row was refused.
@Command(
    name = "import",
    description = "Take regions, workers, targets or members from a CSV file.")
final class Import implements Callable<Integer> {
  private static final int SHOWN = 100;

  /// What a file is about.
  enum Kind {
    REGIONS,
    WORKERS,
    TARGETS,
    MEMBERS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
  private Kind kind = Kind.REGIONS;

  @Parameters(index = "1", paramLabel = "FILE", description = "a CSV file in UTF-8")
  private Path file = Path.of("");

  @Option(names = "--faults", paramLabel = "FILE", description = "writes all refused rows there")
  private @Nullable Path faults;

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Refused("There is no file " + file + " that can be read.");
    }
    Loaded content = YamlContent.load(Home.folder().resolve("config"));
    var categories = new CategoryWords(content.content().words());
    Imported imported;
    try (TableFile table = CsvTable.open(file)) {
      imported =
          OwnDatabase.with(
              Home.settings(),
              (database, key) -> take(new VillageImport(database, key, categories), table).await());
    } catch (TableFile.Broken broken) {
      throw new Refused(file + ": nothing was taken, " + broken.getMessage());
    }
    tell(imported);
    return imported.refused() == 0 ? 0 : 1;
  }

  private Future<Imported> take(VillageImport into, TableFile table) {
    return switch (kind) {
      case REGIONS -> into.regions(table);
      case WORKERS -> into.workers(table);
      case TARGETS -> into.targets(table);
      case MEMBERS -> into.members(table);
    };
  }

  private void tell(Imported imported) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines = imported.faults().stream().map(Import::line).toList();
    lines.stream().limit(SHOWN).forEach(out::println);
    if (imported.refused() > SHOWN) {
      out.printf(Locale.ROOT, "... and %,d more refused rows%n", imported.refused() - SHOWN);
    }
    if (faults != null) {
      Files.write(faults, lines);
    }
    out.printf(
        Locale.ROOT,
        "%s: %,d rows taken (%,d new or changed), %,d refused%n",
        kind,
        imported.good(),
        imported.changed(),
        imported.refused());
    out.flush();
  }

  private static String line(Fault fault) {
    return "line " + fault.line() + ": " + fault.why();
  }
}
