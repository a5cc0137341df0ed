package id.kentongan.integrations.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The part of a provider's published specification that we use, from `specification.tsv`: method
/// or type, field, type, whether required, most.
public final class Specification {
  private final Map<String, Map<String, Field>> types;

  private record Field(String type, boolean required, String most) {}

  public Specification(Fixtures fixtures) {
    this.types = load(fixtures);
  }

  /// What is wrong with a request; nothing when it is as published.
  public List<String> violations(String method, JsonNode fields) {
    List<String> wrong = new ArrayList<>();
    if (!types.containsKey(method)) {
      return List.of(method + ": not a method we know");
    }
    object(method, method, fields, wrong);
    return wrong;
  }

  private void object(String where, String type, JsonNode given, List<String> wrong) {
    Map<String, Field> fields = types.get(type);
    if (fields == null || !given.isObject()) {
      wrong.add(where + ": not a " + type);
      return;
    }
    given
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!fields.containsKey(name)) {
                wrong.add(where + ": no field " + name);
              }
            });
    fields.forEach(
        (name, field) -> {
          if (given.has(name)) {
            value(where + '.' + name, field.type(), field.most(), given.get(name), wrong);
          } else if (field.required()) {
            wrong.add(where + ": lacks " + name);
          }
        });
  }

  private void value(String where, String type, String most, JsonNode given, List<String> wrong) {
    if (type.startsWith("[")) {
      list(where, type.substring(1, type.length() - 1), most, given, wrong);
      return;
    }
    boolean fits =
        switch (type) {
          case "Id" -> given.isIntegralNumber() || given.isTextual();
          case "Integer" -> given.isIntegralNumber() && within(given.asLong(), most);
          case "Boolean" -> given.isBoolean();
          case "String" ->
              given.isTextual()
                  && !given.asText().isEmpty()
                  && within(size(given.asText(), most), most);
          case "InputFile" -> given.isObject() && given.hasNonNull("bytes");
          default -> either(where, type, given, wrong);
        };
    if (!fits) {
      wrong.add(where + ": not a " + type + (most.isEmpty() ? "" : " of at most " + most));
    }
  }

  private boolean either(String where, String either, JsonNode given, List<String> wrong) {
    List<List<String>> tried = new ArrayList<>();
    for (String type : either.split("\\|")) {
      List<String> inner = new ArrayList<>();
      object(where, type, given, inner);
      if (inner.isEmpty()) {
        return true;
      }
      tried.add(inner);
    }
    tried.forEach(wrong::addAll);
    return false;
  }

  private void list(String where, String type, String most, JsonNode given, List<String> wrong) {
    if (!given.isArray() || given.isEmpty() || !within(given.size(), most)) {
      wrong.add(where + ": not a list of 1 to " + most);
      return;
    }
    given.forEach(entry -> value(where, type, "", entry, wrong));
  }

  private static long size(String text, String most) {
    return most.endsWith("b") ? text.getBytes(StandardCharsets.UTF_8).length : text.length();
  }

  private static boolean within(long size, String most) {
    return most.isEmpty() || (size >= 0 && size <= Long.parseLong(most.replace("b", "")));
  }

  private static Map<String, Map<String, Field>> load(Fixtures fixtures) {
    Map<String, Map<String, Field>> types = new LinkedHashMap<>();
    for (String line : fixtures.lines("specification.tsv")) {
      if (!line.startsWith("#")) {
        String[] columns = Arrays.copyOf(line.split("\t"), 5);
        Map<String, Field> fields = types.computeIfAbsent(columns[0], t -> new LinkedHashMap<>());
        if (columns[1] != null) {
          String most = columns[4] == null ? "" : columns[4];
          fields.put(columns[1], new Field(columns[2], "required".equals(columns[3]), most));
        }
      }
    }
    return types;
  }
}
