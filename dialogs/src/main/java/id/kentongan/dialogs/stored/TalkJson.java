package id.kentongan.dialogs.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Talk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The stored form of a conversation: JSON with its shape's number under `v`. An older shape is
/// migrated when read; a newer one, or one with a state or a value that this program does not know,
/// is left to a newer node. So what a record gains needs no migration, what it loses does.
public final class TalkJson {
  private static final String SHAPE = "v";
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private final JsonMapper mapper;
  private final List<Migration> migrations;
  private final byte[] head;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  /// `migrations` lead from shape 1 on, one each; the shape written is their number plus one.
  public TalkJson(List<? extends Class<? extends State>> families, List<Migration> migrations) {
    this.mapper = StoredJson.mapper(families);
    this.migrations = List.copyOf(migrations);
    this.head = ("{\"" + SHAPE + "\":" + shape() + ",").getBytes(StandardCharsets.US_ASCII);
    this.reader =
        mapper.readerFor(Talk.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.writer = mapper.writerFor(Talk.class);
  }

  /// From one shape to the next.
  public interface Migration {
    Map<String, Object> apply(Map<String, Object> older);
  }

  public int shape() {
    return migrations.size() + 1;
  }

  public byte[] write(Talk talk) {
    try {
      byte[] json = writer.writeValueAsBytes(talk);
      byte[] shaped = Arrays.copyOf(head, head.length + json.length - 1);
      System.arraycopy(json, 1, shaped, head.length, json.length - 1);
      return shaped;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a conversation cannot be written as JSON", e);
    }
  }

  /// Nothing when a newer program wrote it. What is sealed does not break by chance, so what cannot
  /// be read whole is newer.
  public Optional<Talk> known(byte[] json) {
    if (begunWithShape(json)) {
      byte[] shapeless = Arrays.copyOfRange(json, head.length - 1, json.length);
      shapeless[0] = '{';
      return now(shapeless);
    }
    Map<String, Object> tree = tree(json);
    if (shapeOf(tree) > shape()) {
      return Optional.empty();
    }
    for (int shape = shapeOf(tree); shape < shape(); shape++) {
      tree = migrations.get(shape - 1).apply(new HashMap<>(tree));
    }
    tree.remove(SHAPE);
    return now(bytes(tree));
  }

  /// What this program or an older one wrote.
  public Talk read(byte[] json) {
    return known(json)
        .orElseThrow(() -> new IllegalStateException("a stored conversation is not of its shape"));
  }

  /// A state as a tree, to be kept as a draft.
  public Map<String, Object> draft(State state) {
    return mapper.convertValue(state, TREE);
  }

  public State state(Map<String, Object> draft) {
    return mapper.convertValue(draft, State.class);
  }

  /// A state as text, to lie beside the others until it is taken up again.
  public String laid(State state) {
    try {
      return mapper.writerFor(State.class).writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a state cannot be written as JSON", e);
    }
  }

  /// What [#laid] wrote; nothing when it is of a shape that this program does not know.
  public Optional<State> takenUp(String laid) {
    try {
      return Optional.of(mapper.readValue(laid, State.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /// As [#write] writes it: what is of today's shape is read without a tree.
  private boolean begunWithShape(byte[] json) {
    return json.length > head.length && Arrays.equals(json, 0, head.length, head, 0, head.length);
  }

  /// why not the exception: the parser's own message may quote what a person wrote.
  private Optional<Talk> now(byte[] json) {
    try {
      return Optional.of(reader.readValue(json));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private byte[] bytes(Map<String, Object> tree) {
    try {
      return mapper.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a migrated conversation cannot be written", e);
    }
  }

  private Map<String, Object> tree(byte[] json) {
    try {
      return mapper.readValue(json, TREE);
    } catch (IOException e) {
      throw new IllegalStateException("a stored conversation is not JSON");
    }
  }

  private static int shapeOf(Map<String, Object> tree) {
    return tree.get(SHAPE) instanceof Number n ? n.intValue() : 1;
  }
}
