package id.kentongan.bot.commands;

import id.kentongan.integrations.postgres.privacy.Erasures;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists what people had erased, with the codes that prove it; never whose it was.
@Command(
    name = "erasures",
    description = "List what people had erased, latest first, with the codes that prove it.")
final class AdminErasures implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--most", defaultValue = "100", description = "how many (${DEFAULT-VALUE})")
  private int most;

  @Override
  public Integer call() {
    var proofs =
        OwnDatabase.with(
            Home.settings(),
            (database, key) ->
                new Erasures(database, key, InstantSource.system(), ZoneOffset.UTC)
                    .latest(Math.max(1, most))
                    .await());
    PrintWriter out = spec.commandLine().getOut();
    if (proofs.isEmpty()) {
      out.println("Nothing was erased.");
    }
    for (Erasures.Proof proof : proofs) {
      out.printf(
          "%s  %s  erased %s  last backup %s  kept: %s  copies: %s%n",
          proof.number(),
          proof.code(),
          proof.made(),
          proof.backups(),
          proof.kept().isEmpty() ? "nothing" : String.join(", ", proof.kept()),
          copies(proof));
    }
    out.flush();
    return 0;
  }

  /// What became of the messengers' own copies of files: `2 gone at whatsapp`.
  private static String copies(Erasures.Proof proof) {
    return proof.copies().isEmpty()
        ? "none"
        : proof.copies().stream()
            .map(
                told ->
                    told.files()
                        + " "
                        + told.copy().name().toLowerCase(Locale.ROOT)
                        + " at "
                        + told.channel())
            .collect(Collectors.joining(", "));
  }
}
