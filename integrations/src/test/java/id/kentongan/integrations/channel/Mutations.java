package id.kentongan.integrations.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Damage to a message as it might come in.
public final class Mutations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Mutations() {}

  /// Some bytes changed, the end cut off, or a piece doubled.
  public static byte[] bytes(byte[] good, RandomGenerator random) {
    byte[] bad = good.clone();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      bad[random.nextInt(bad.length)] = (byte) random.nextInt();
    }
    return switch (random.nextInt(3)) {
      case 0 -> Arrays.copyOf(bad, random.nextInt(bad.length + 1));
      case 1 -> Arrays.copyOf(bad, bad.length + random.nextInt(50));
      default -> bad;
    };
  }

  /// Valid JSON with up to three fields removed or replaced by something of another kind.
  public static JsonNode tree(JsonNode good, RandomGenerator random) {
    JsonNode bad = good.deepCopy();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      List<JsonNode> inner = new ArrayList<>();
      collect(bad, inner);
      if (!inner.isEmpty()) {
        change(inner.get(random.nextInt(inner.size())), random);
      }
    }
    return bad;
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainerNode() && !node.isEmpty()) {
      inner.add(node);
      node.forEach(child -> collect(child, inner));
    }
  }

  private static void change(JsonNode node, RandomGenerator random) {
    switch (node) {
      case ObjectNode object -> {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        if (name.equals("update_id") || random.nextInt(4) > 0) {
          object.set(name, other(random));
        } else {
          object.remove(name);
        }
      }
      case ArrayNode array -> array.set(random.nextInt(array.size()), other(random));
      default -> throw new AssertionError(node);
    }
  }

  private static JsonNode other(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(random.nextLong());
      case 2 -> JSON.textNode("");
      case 3 -> JSON.textNode("\u0000/start \ud83d".repeat(random.nextInt(500)));
      case 4 -> JSON.booleanNode(true);
      case 5 -> JSON.arrayNode().addNull();
      case 6 -> JSON.objectNode().put("id", -1);
      default -> JSON.numberNode(Double.MAX_VALUE);
    };
  }
}
