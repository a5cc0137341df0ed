package id.kentongan.integrations.redis;

import id.kentongan.dialogs.talk.ConversationId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// One of the 32 parts that conversations are divided into by a hash of their id. Its name is the
/// hash tag of all its keys, so that they lie in one slot.
public record Shard(String name) {
  private static final int COUNT = 32;

  /// All shards.
  public static List<String> names() {
    return IntStream.range(0, COUNT).mapToObj(i -> "k" + i).toList();
  }

  /// In which a conversation lies.
  public static Shard of(ConversationId conversation) {
    var crc = new CRC32();
    crc.update(conversation.key().getBytes(StandardCharsets.UTF_8));
    return new Shard("k" + crc.getValue() % COUNT);
  }

  String talk(String conversation) {
    return key("talk:" + conversation);
  }

  String outbox() {
    return key("outbox");
  }

  String later() {
    return key("later");
  }

  String timers() {
    return key("timers");
  }

  String dead() {
    return key("dead");
  }

  String lease() {
    return key("lease");
  }

  private String key(String what) {
    return '{' + name + "}:" + what;
  }
}
