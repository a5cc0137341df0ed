package id.kentongan.bot.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Gathers the settings as text: the file first, the environment over it, and files named by the
/// environment over both. What is not a setting is a fault.
final class Sources {
  private static final String PREFIX = "KENTONGAN_";

  private final Map<String, String> values = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  Sources(Path file, Map<String, String> environment) {
    read(file);
    environment(new TreeMap<>(environment));
  }

  /// Setting's name to its text; settings left empty are not in it.
  Map<String, String> values() {
    return Map.copyOf(values);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  private void read(Path file) {
    try {
      flatten("", new YAMLMapper().readTree(Files.readString(file)));
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      faults.add(new Fault(file.toString(), "not YAML" + line));
    } catch (IOException e) {
      faults.add(new Fault(file.toString(), "cannot be read"));
    }
  }

  private void flatten(String name, JsonNode node) {
    if (node.isObject()) {
      String prefix = name.isEmpty() ? "" : name + ".";
      node.properties().forEach(child -> flatten(prefix + child.getKey(), child.getValue()));
    } else if (Setting.BY_NAME.containsKey(name)) {
      put(name, node.isNull() ? "" : node.asText());
    } else if (!node.isMissingNode()) {
      faults.add(new Fault(name, "no such setting; docs/settings.md lists them all"));
    }
  }

  private void environment(Map<String, String> environment) {
    var names = new HashMap<String, String>();
    for (Setting setting : Setting.ALL) {
      String variable = setting.variable();
      names.put(variable, setting.name());
      names.put(variable + "_FILE", setting.name());
      if (environment.containsKey(variable)) {
        put(setting.name(), environment.get(variable));
      }
      if (environment.containsKey(variable + "_FILE")) {
        file(setting, Path.of(environment.get(variable + "_FILE")));
      }
    }
    environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !names.containsKey(name))
        .forEach(name -> faults.add(new Fault(name, "no such setting")));
  }

  private void file(Setting setting, Path file) {
    try {
      put(setting.name(), Files.readString(file));
    } catch (IOException e) {
      faults.add(new Fault(setting.variable() + "_FILE", "cannot read the file " + file));
    }
  }

  private void put(String name, String value) {
    if (value.isBlank()) {
      values.remove(name);
    } else {
      values.put(name, value.strip());
    }
  }
}
