package id.kentongan.bot.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every library that the program or its tests use has a licence of the list in
/// `.ci/licences.tsv`, as its own description or one above it says.
class LicencesTest {
  private static final Pattern LICENCE =
      Pattern.compile(
          "<license>\\s*(?:<[a-zA-Z]+>[^<]*</[a-zA-Z]+>\\s*)*?<name>\\s*([^<]+?)\\s*</name>");
  private static final Pattern PARENT =
      Pattern.compile("<parent>(.{0,2000}?)</parent>", Pattern.DOTALL);

  @Test
  void eachLibraryHasALicenceOfTheList() throws IOException {
    Set<String> allowed = allowed();
    assertThat(allowed).hasSizeGreaterThan(3);
    Map<String, List<String>> others = new TreeMap<>();
    int looked = 0;
    for (String jar : System.getProperty("java.class.path").split(":")) {
      Path pom = Path.of(jar.replaceFirst("\\.jar$", ".pom"));
      if (!jar.contains("/repository/")) {
        continue;
      }
      looked++;
      List<String> licences = licences(unclassified(pom));
      if (licences.isEmpty() || licences.stream().noneMatch(allowed::contains)) {
        others.put(pom.getFileName().toString(), licences);
      }
    }
    assertThat(looked).isGreaterThan(60);
    assertThat(others).isEmpty();
  }

  /// why: `netty-...-linux-x86_64.jar` is described by the file without the machine's name.
  private static Path unclassified(Path pom) throws IOException {
    if (Files.exists(pom)) {
      return pom;
    }
    try (Stream<Path> files = Files.list(pom.getParent())) {
      return files.filter(file -> file.toString().endsWith(".pom")).findFirst().orElse(pom);
    }
  }

  private static List<String> licences(Path pom) throws IOException {
    if (!Files.exists(pom)) {
      return List.of();
    }
    String text =
        Files.readString(pom, StandardCharsets.ISO_8859_1).replaceAll("(?s)<!--.*?-->", "");
    var found = new ArrayList<String>();
    for (Matcher licence = LICENCE.matcher(text); licence.find(); ) {
      found.add(licence.group(1).replaceAll("\\s+", " "));
    }
    Matcher parent = PARENT.matcher(text);
    return found.isEmpty() && parent.find() ? licences(above(pom, parent.group(1))) : found;
  }

  private static Path above(Path pom, String parent) {
    String repository = pom.toString().replaceFirst("/repository/.*", "/repository/");
    String group = tag(parent, "groupId").replace('.', '/');
    String name = tag(parent, "artifactId");
    String version = tag(parent, "version");
    return Path.of(repository, group, name, version, name + "-" + version + ".pom");
  }

  private static String tag(String text, String name) {
    return text.replaceAll("(?s).*<" + name + ">\\s*([^<]+?)\\s*</" + name + ">.*", "$1");
  }

  private static Set<String> allowed() throws IOException {
    return Files.readAllLines(Path.of("../.ci/licences.tsv")).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("\t")[1])
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
