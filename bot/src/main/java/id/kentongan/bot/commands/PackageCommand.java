package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.bench.Script;
import id.kentongan.bot.packaging.DebianPackage;
import id.kentongan.bot.packaging.RuntimeImage;
import id.kentongan.integrations.stores.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes the Debian package of what was built, without a network.
@Command(
    name = "package",
    description = "Make a Debian package with its own Java runtime and a systemd service.")
final class PackageCommand implements Callable<Integer> {
  private static final int MB = 1 << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "kentongan.deb, say")
  private Path file = Path.of("");

  @Option(names = "--version-of", description = "The package's version (0.1.0)")
  private String version = "0.1.0";

  @Option(
      names = "--no-start-cache",
      description = "Without what a minute of load teaches it: its first minute costs twice")
  private boolean plain;

  @Override
  public Integer call() {
    if (!version.matches("[0-9][0-9A-Za-z.+~-]*")) {
      throw new Refused("--version-of: begins with a digit, as 0.1.0 or 0.2.0~rc1.");
    }
    try {
      Path work = Files.createTempDirectory("kentongan-package");
      try {
        Path runtime = work.resolve("runtime");
        RuntimeImage.make(runtime);
        var parts = new DebianPackage(Home.folder(), jars(), runtime);
        var said = Script.read(Home.folder().resolve("bench/enrolment.json"));
        Optional<Path> cache =
            plain ? Optional.empty() : Optional.of(parts.startCache(work.resolve("root"), said));
        var made = parts.write(file, version, cache);
        var out = spec.commandLine().getOut();
        made.forEach((part, size) -> out.printf("%-22s %6.1f MB%n", part, (double) size / MB));
        out.flush();
      } finally {
        Programs.remove(work);
      }
      return 0;
    } catch (IOException e) {
      throw new Refused("The package was not made: " + e.getMessage());
    }
  }

  /// What this program itself runs from.
  private static List<Path> jars() {
    String[] parts = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    List<Path> jars =
        Arrays.stream(parts).filter(p -> p.endsWith(".jar")).sorted().map(Path::of).toList();
    if (jars.stream().noneMatch(jar -> jar.toString().contains("kentongan-bot"))) {
      throw new Refused("Only ./kentongan package, which has built the jars, can package them.");
    }
    return jars;
  }
}
