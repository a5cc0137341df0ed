package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.integrations.postgres.audit.AuditArchive;
import id.kentongan.integrations.postgres.audit.AuditArchive.Cut;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes the oldest part of the audit into a file, and then removes it from the database.
@Command(
    name = "archive-audit",
    description = "Write the audit before a day into a file and take it out of the database.")
final class AdminArchiveAudit implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "a new file, a line of JSON a row")
  private Path file = Path.of("");

  @Option(
      names = "--before",
      required = true,
      paramLabel = "DAY",
      description = "what is older, up to a seal, goes: 2026-01-01")
  private LocalDate day = LocalDate.EPOCH;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int gone =
        OwnDatabase.with(
            Home.settings(),
            (database, key) -> {
              var archive = new AuditArchive(database, key);
              Optional<Cut> cut =
                  archive.before(day.atStartOfDay(ZoneOffset.UTC).toInstant()).await();
              return cut.isEmpty() ? 0 : archived(archive, cut.get());
            });
    out.println(
        gone == 0
            ? "nothing to archive: no seal before that day, or the audit is not whole"
            : gone + " rows in " + file);
    out.flush();
    return gone == 0 ? 1 : 0;
  }

  private int archived(AuditArchive archive, Cut cut) {
    try (BufferedWriter lines = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
      archive.write(cut, line -> write(lines, line)).await();
      lines.flush();
      // why: what is not on the disk yet must not be removed from the database.
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Refused("cannot write " + file + " as a new file");
    }
    return archive.remove(cut).await();
  }

  private static void write(BufferedWriter lines, String line) {
    try {
      lines.write(line);
      lines.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
