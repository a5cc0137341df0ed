package id.kentongan.bot.commands;

import id.kentongan.bot.audit.Feed;
import id.kentongan.bot.audit.Parts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Asks a public feed of known faults about all that the program is made of; 1 when there are any,
/// or when it cannot be asked.
@Command(
    name = "audit",
    description = "Ask a public feed (OSV) for known faults of what the program is made of.")
final class Audit implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--list", description = "Only list what the program is made of")
  private boolean list;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    Path home = Home.folder();
    List<String> parts = Parts.of(home.resolve("bot/target/bom.json"));
    if (list) {
      parts.forEach(out::println);
      out.flush();
      return 0;
    }
    Map<String, List<String>> faults = new Feed(Feed.OSV).faults(parts);
    faults.forEach((part, ids) -> out.println(part + "  " + String.join(", ", ids)));
    out.printf("%d parts, %d of them with known faults%n", parts.size(), faults.size());
    out.flush();
    return faults.isEmpty() ? 0 : 1;
  }
}
