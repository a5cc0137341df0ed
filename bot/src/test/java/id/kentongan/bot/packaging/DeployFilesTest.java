package id.kentongan.bot.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.kentongan.bot.settings.SettingsReader;
import id.kentongan.bot.settings.SettingsReader.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be run on every machine is at least held against what the program knows.
final class DeployFilesTest {
  private static final Path HOME = Path.of("..");
  private static final Path DEPLOY = HOME.resolve("config/deploy");

  @TempDir private Path folder = Path.of("");

  @Test
  void theComposeFileNamesOnlySettingsThatThereAre() throws Exception {
    JsonNode gateway = yaml("compose.yaml").at("/services/gateway");
    var environment = new HashMap<String, String>();
    gateway
        .get("environment")
        .properties()
        .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
    environment.replaceAll((name, value) -> value.replaceAll("\\$\\{.*}", ""));
    Path secret = Files.writeString(folder.resolve("secret"), "0".repeat(64));
    environment.replaceAll(
        (name, value) -> value.startsWith("/run/secrets/") ? secret.toString() : value);
    assertThat(SettingsReader.read(HOME, environment)).isInstanceOf(Read.Good.class);
    for (String other : List.of("redis", "database")) {
      assertThat(gateway.at("/depends_on/" + other).isMissingNode()).as(other).isFalse();
      assertThat(yaml("compose.yaml").at("/services/" + other + "/healthcheck").isMissingNode())
          .isFalse();
    }
    // What docs/operations.md says that Redis must promise.
    assertThat(yaml("compose.yaml").at("/services/redis/command").toString())
        .contains("--appendonly\",\"yes", "--appendfsync\",\"always", "policy\",\"noeviction");
  }

  @Test
  void theContainerfileRunsThePackageAsItsOwnUser() throws Exception {
    String file = Files.readString(DEPLOY.resolve("Containerfile"));
    assertThat(file.lines().filter(line -> line.matches("[A-Z]+ .*")).map(l -> l.split(" ", 2)[0]))
        .containsSubsequence("FROM", "COPY", "RUN", "ENV", "USER", "ENTRYPOINT", "CMD");
    assertThat(file).contains("USER kentongan", "kentongan.deb", "STOPSIGNAL SIGTERM");
    assertThat(file).doesNotContainPattern(Pattern.compile("FROM [^:]+$", Pattern.MULTILINE));
  }

  @Test
  void aPackageHasItsFilesAsDpkgWantsThem() throws Exception {
    Path jar = Files.writeString(folder.resolve("a.jar"), "jar");
    Path runtime = folder.resolve("runtime");
    Path bin = Files.createDirectories(runtime.resolve("bin"));
    Files.writeString(bin.resolve("java"), "#!/bin/sh").toFile().setExecutable(true);
    Path deb = folder.resolve("k.deb");
    var learnt = Optional.of(Files.writeString(folder.resolve("learnt"), "cache"));
    new DebianPackage(HOME, List.of(jar), runtime).write(deb, "1.2.3", learnt);
    byte[] once = Files.readAllBytes(deb);
    new DebianPackage(HOME, List.of(jar), runtime).write(deb, "1.2.3", learnt);
    assertThat(Files.readAllBytes(deb)).as("the same again").isEqualTo(once);

    Map<String, TarArchiveEntry> data = entries(deb, "data.tar.gz");
    assertThat(entry(data, "./usr/bin/kentongan").getMode() & 0777).isEqualTo(0755);
    assertThat(entry(data, "./usr/lib/kentongan/runtime/bin/java").getMode() & 0777)
        .isEqualTo(0755);
    assertThat(entry(data, "./etc/kentongan/config/application.yaml").getMode() & 0777)
        .isEqualTo(0644);
    assertThat(entry(data, "./etc/kentongan/models").isSymbolicLink()).isTrue();
    assertThat(data).containsKey("./usr/lib/systemd/system/kentongan.service");
    assertThat(data).containsKey("./usr/lib/kentongan/gateway.aot");
    assertThat(data.values()).allMatch(entry -> entry.getLongUserId() == 0);
    assertThat(entries(deb, "control.tar.gz"))
        .containsKeys("./control", "./conffiles", "./postinst", "./prerm", "./postrm");
  }

  @Test
  void commandsTakeSettingsAsTheServiceDoes() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("lib/runtime/bin"));
    Path java = bin.resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s' \"$KENTONGAN_DATABASE_PASSWORD\"");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    assertThat(told("p$ss w#rd&x`id`'")).isEqualTo("p$ss w#rd&x`id`'");
    assertThat(told("\"in quotes\"")).isEqualTo("in quotes");
    assertThat(told("'in others'")).isEqualTo("in others");
    assertThat(told("")).isEmpty();
  }

  /// What the program gets when the file of settings says that.
  private String told(String password) throws IOException {
    Files.writeString(
        folder.resolve("kentongan.env"),
        "# KENTONGAN_DATABASE_PASSWORD=no\nNOT OURS=1\nKENTONGAN_DATA_DIR=%s\nKENTONGAN_DATABASE_PASSWORD=%s"
            .formatted(folder, password));
    var script = new ProcessBuilder("sh", DEPLOY.resolve("kentongan.sh").toString(), "help");
    script.environment().put("KENTONGAN_LIB", folder.resolve("lib").toString());
    script.environment().put("KENTONGAN_ETC", folder.toString());
    script.environment().put("LEARN_INTO", "/nowhere"); // why: so that root stays root
    Process process = script.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static TarArchiveEntry entry(Map<String, TarArchiveEntry> entries, String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  private static Map<String, TarArchiveEntry> entries(Path deb, String part) throws IOException {
    var entries = new HashMap<String, TarArchiveEntry>();
    try (var ar = new ArArchiveInputStream(Files.newInputStream(deb))) {
      for (var member = ar.getNextEntry(); member != null; member = ar.getNextEntry()) {
        if (member.getName().equals(part)) {
          var tar = new TarArchiveInputStream(new GzipCompressorInputStream(ar));
          for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            entries.put(entry.getName(), entry);
          }
          return entries;
        }
      }
    }
    throw new AssertionError(part + " is missing");
  }

  private static JsonNode yaml(String name) throws IOException {
    return new YAMLMapper().readTree(DEPLOY.resolve(name).toFile());
  }
}
