package id.kentongan.bot.packaging;

import id.kentongan.bot.Refused;
import id.kentongan.bot.bench.Script;
import id.kentongan.integrations.content.EarFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The gateway as a Debian package: its jars, a runtime of its own, its content as files that an
/// operator may edit, and the service.
public final class DebianPackage {
  /// The commit's day would need git; every file has one time, so that a package can be made again.
  private static final long BUILT = 1_795_219_200;

  private static final String START_CACHE = "/usr/lib/kentongan/gateway.aot";

  private final Path home;
  private final List<Path> jars;
  private final Path runtime;

  /// `home` holds `config` and `docs`; `runtime` is a folder as [RuntimeImage] makes it.
  public DebianPackage(Path home, List<Path> jars, Path runtime) {
    this.home = home;
    this.jars = List.copyOf(jars);
    this.runtime = runtime;
  }

  /// Lays the package out below `root`, an empty folder, and learns its start cache there from
  /// people who say this. Blocks for half a minute or more.
  public Path startCache(Path root, Script said) throws IOException {
    LaidOut.below(root, data(), BUILT);
    return StartCache.learn(root, said);
  }

  /// Writes the package; how many bytes each part takes when it is installed.
  public Map<String, Long> write(Path deb, String version, Optional<Path> startCache)
      throws IOException {
    Tree data = data();
    startCache.ifPresent(cache -> data.file(START_CACHE, cache, Tree.PLAIN));
    DebianArchive.write(deb, control(data, version), data, BUILT);
    var parts = new LinkedHashMap<String, Long>();
    parts.put("runtime", data.size("/usr/lib/kentongan/runtime/"));
    parts.put("PostgreSQL and Redis", stores());
    parts.put("other jars", data.size("/usr/lib/kentongan/lib/") - stores());
    parts.put("start cache", data.size(START_CACHE));
    parts.put("content", data.size("/etc/kentongan/config/"));
    parts.put("language model", data.size("/usr/share/kentongan/"));
    parts.put("documentation", data.size("/usr/share/doc/"));
    parts.put("the package", Files.size(deb));
    return parts;
  }

  private long stores() throws IOException {
    long size = 0;
    for (Path jar : jars) {
      if (jar.getFileName().toString().startsWith("embedded-")) {
        size += Files.size(jar);
      }
    }
    return size;
  }

  private Tree data() throws IOException {
    var tree = new Tree();
    Path deploy = home.resolve("config/deploy");
    for (Path jar : jars) {
      tree.file("/usr/lib/kentongan/lib/" + jar.getFileName(), jar, Tree.PLAIN);
    }
    tree.folder("/usr/lib/kentongan/runtime", runtime);
    tree.file("/usr/bin/kentongan", deploy.resolve("kentongan.sh"), Tree.PROGRAM);
    tree.file(
        "/usr/lib/systemd/system/kentongan.service",
        deploy.resolve("kentongan.service"),
        Tree.PLAIN);
    tree.file("/etc/kentongan/kentongan.env", deploy.resolve("kentongan.env"), Tree.PLAIN);
    try (Stream<Path> parts = Files.list(home.resolve("config"))) {
      for (Path part : parts.filter(p -> !p.equals(deploy)).toList()) {
        String at = "/etc/kentongan/config/" + part.getFileName();
        if (Files.isDirectory(part)) {
          tree.folder(at, part);
        } else {
          tree.file(at, part, Tree.PLAIN);
        }
      }
    }
    // why: the program looks for what the build learnt beside its content.
    tree.folder("/usr/share/kentongan/models", EarFiles.built(home.resolve("config")));
    tree.link("/etc/kentongan/models", "../../usr/share/kentongan/models");
    tree.folder("/usr/share/doc/kentongan", home.resolve("docs"));
    tree.folder("/usr/share/doc/kentongan/deploy", deploy);
    return tree;
  }

  private Tree control(Tree data, String version) throws IOException {
    var control = new Tree();
    Path debian = home.resolve("config/deploy/debian");
    control.text(
        "/control",
        Files.readString(debian.resolve("control"))
            .replace("@version@", version)
            .replace("@architecture@", architecture())
            .replace("@kilobytes@", Long.toString(data.size("/") / 1024 + 1)),
        Tree.PLAIN);
    for (String script : List.of("postinst", "prerm", "postrm")) {
      control.file("/" + script, debian.resolve(script), Tree.PROGRAM);
    }
    // why: dpkg keeps what an operator changed in these.
    control.text(
        "/conffiles",
        data.entries().keySet().stream()
            .filter(path -> path.startsWith("/etc/kentongan/") && !path.endsWith("/models"))
            .collect(Collectors.joining("\n", "", "\n")),
        Tree.PLAIN);
    return control;
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "amd64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> throw new Refused("No package is made for " + System.getProperty("os.arch"));
    };
  }
}
