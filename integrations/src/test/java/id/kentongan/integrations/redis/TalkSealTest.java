package id.kentongan.integrations.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.crypto.DataKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalkSealTest {
  private static final ConversationId WHO = new ConversationId("telegram", "4711");

  private final TalkSeal seal = new TalkSeal(TestTalks.MASTER, TestTalks.JSON);
  private final DataKey key = DataKey.random(new SecureRandom());
  private final String name = seal.name(WHO);

  @Test
  void whatWasKeptBeforeAnythingWasPackedIsRead() throws Exception {
    byte[] id = WHO.key().getBytes(StandardCharsets.UTF_8);
    byte[] json = TestTalks.JSON.write(TestTalks.hearing(Talk.fresh(), "halo"));
    byte[] plain =
        ByteBuffer.allocate(2 + id.length + json.length)
            .putShort((short) id.length)
            .put(id)
            .put(json)
            .array();
    byte[] wrapped = seal.wrapped(key);
    byte[] body = Envelope.wrap(wrapped, key.seal(plain, name));

    TalkRecord record = record(body);

    assertThat(seal.conversation(name, record)).isEqualTo(WHO);
    assertThat(TestTalks.heard(seal.open(name, record, key))).containsExactly("halo");
  }

  @Test
  void whatIsKeptIsReadAgain() throws Exception {
    byte[] body =
        seal.seal(name, WHO, TestTalks.hearing(Talk.fresh(), "halo"), key, seal.wrapped(key));

    assertThat(seal.conversation(name, record(body))).isEqualTo(WHO);
    assertThat(TestTalks.heard(seal.open(name, record(body), key))).containsExactly("halo");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 5_000, 300_000})
  void anyBytesAreUnpackedAsTheyWere(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    assertThat(TalkPacking.unpack(TalkPacking.pack(bytes))).isEqualTo(bytes);
    Arrays.fill(bytes, (byte) '{');
    assertThat(TalkPacking.unpack(TalkPacking.pack(bytes))).isEqualTo(bytes);
  }

  /// Words of the dictionary, words of a small alphabet and others, as long as they are packed by
  /// our own hand and a little longer.
  @Test
  void whatSaysTheSameAgainIsUnpackedAsItWas() {
    var random = new Random(1795);
    byte[] known = TalkPacking.unpack(TalkPacking.pack(dictionary()));
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = new byte[random.nextInt(i % 20 == 0 ? ShortDeflate.MOST + 50 : 700)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] =
            (byte)
                switch (i % 4) {
                  case 0 -> known[(at + i) % known.length];
                  case 1 -> 'a' + random.nextInt(3);
                  case 2 -> random.nextInt(60) == 0 ? random.nextInt() : '{';
                  default -> random.nextInt();
                };
      }
      assertThat(TalkPacking.unpack(TalkPacking.pack(bytes))).as("round %d", i).isEqualTo(bytes);
    }
  }

  @Test
  void whatTheDictionaryHoldsTakesFewBytes() {
    assertThat(TalkPacking.pack(dictionary()).length).isLessThan(dictionary().length / 50);
  }

  @Test
  void whatIsCutIsNotReadHalf() {
    byte[] packed =
        TalkPacking.pack("{\"v\":1,\"other\":\"xyz\"}".getBytes(StandardCharsets.UTF_8));
    byte[] cut = Arrays.copyOf(packed, packed.length - 3);
    assertThatThrownBy(() -> TalkPacking.unpack(cut)).isInstanceOf(IllegalStateException.class);
  }

  /// Conversations that lie in Redis are read by it: it may never become another.
  @Test
  void theDictionaryStaysWhatItIs() throws Exception {
    assertThat(sha256(dictionary()))
        .isEqualTo("8c911c1a4ee9a84247c5e061a471d3e508b7c0c14ec96b2f3c6ea0840aa40a08");
  }

  private static byte[] dictionary() {
    try (var in = TalkPacking.class.getResourceAsStream("talk-1.dictionary")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static TalkRecord record(byte[] body) {
    byte[] head = {1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
    return TalkRecord.parse(
        ByteBuffer.allocate(head.length + body.length).put(head).put(body).array());
  }
}
