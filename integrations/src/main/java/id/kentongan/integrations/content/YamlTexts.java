package id.kentongan.integrations.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/// All texts of a YAML file, each by where it stands: `texts.id`.
public final class YamlTexts {
  private static final YAMLMapper YAML = new YAMLMapper();

  private YamlTexts() {}

  /// In the order of the file; nothing when it is no YAML.
  public static Map<String, String> of(String yaml) {
    var texts = new LinkedHashMap<String, String>();
    try {
      JsonNode tree = YAML.readTree(yaml);
      if (tree != null) {
        add(texts, "", tree);
      }
    } catch (JsonProcessingException e) {
      return Map.of();
    }
    return texts;
  }

  private static void add(Map<String, String> texts, String where, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              one ->
                  add(
                      texts,
                      where.isEmpty() ? one.getKey() : where + '.' + one.getKey(),
                      one.getValue()));
    } else if (node.isTextual()) {
      texts.put(where, node.asText());
    }
  }
}
