package id.kentongan.bot.packaging;

import id.kentongan.bot.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A Java runtime with the modules that the gateway needs, made by the JDK that runs this.
public final class RuntimeImage {
  /// Pictures and PDF need the desktop, Twilio's library the HTTP client, JDBC the directory;
  /// Indonesian names of months are locale data.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.instrument",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.rmi",
          "java.scripting",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.transaction.xa",
          "java.xml",
          "jdk.charsets",
          "jdk.crypto.cryptoki",
          "jdk.localedata",
          "jdk.management",
          "jdk.net",
          "jdk.unsupported",
          "jdk.zipfs");

  private RuntimeImage() {}

  /// Makes it in a folder that is not there yet. Blocks for some seconds.
  public static void make(Path folder) throws IOException {
    Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
    var command =
        List.of(
            jlink.toString(),
            "--add-modules",
            String.join(",", MODULES),
            "--include-locales=id,en",
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--generate-cds-archive",
            "--output",
            folder.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var said = process.getInputStream()) {
      String words = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new Refused("jlink made no runtime: " + words.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
