package id.kentongan.integrations.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataKeyTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final DataKey key = DataKey.random(RANDOM);

  /// Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation (GCM)".
  @Test
  void opensThePublishedVector() {
    var hex = HexFormat.of();
    DataKey published =
        DataKey.of(
            hex.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"));
    byte[] sealed =
        hex.parseHex(
            "01cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
    byte[] context = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");

    assertThat(published.open(sealed, context))
        .isEqualTo(
            hex.parseHex(
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                    + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"));
  }

  @Test
  void opensWhatItSealedAndSealsNeverAlike() {
    byte[] plain = "3510176708850003".getBytes(UTF_8);
    byte[] once = key.seal(plain, "person/1/nik");
    byte[] twice = key.seal(plain, "person/1/nik");

    assertThat(once).hasSize(plain.length + 29).isNotEqualTo(twice);
    assertThat(key.open(once, "person/1/nik")).isEqualTo(plain);
    assertThat(key.open(key.seal(new byte[0], "empty"), "empty")).isEmpty();
  }

  @Test
  void refusesEveryChangedByteAndEveryCut() {
    byte[] sealed = key.seal("bapak".getBytes(UTF_8), "here");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      byte[] cut = Arrays.copyOf(sealed, i);
      assertThatThrownBy(() -> key.open(changed, "here")).isInstanceOf(BrokenSeal.class);
      assertThatThrownBy(() -> key.open(cut, "here")).isInstanceOf(BrokenSeal.class);
    }
  }

  @Test
  void refusesAnotherPlaceAndAnotherKey() {
    byte[] sealed = key.seal("bapak".getBytes(UTF_8), "person/1/nik");

    assertThatThrownBy(() -> key.open(sealed, "person/2/nik")).isInstanceOf(BrokenSeal.class);
    assertThatThrownBy(() -> DataKey.random(RANDOM).open(sealed, "person/1/nik"))
        .isInstanceOf(BrokenSeal.class);
  }

  @Test
  void isSafeForManyThreads() {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var done =
          IntStream.range(0, 4)
              .mapToObj(
                  thread ->
                      threads.submit(
                          () -> {
                            for (int i = 0; i < 2_000; i++) {
                              byte[] plain = (thread + "/" + i).getBytes(UTF_8);
                              assertThat(key.open(key.seal(plain, "x"), "x")).isEqualTo(plain);
                            }
                            return thread;
                          }))
              .toList();
      assertThat(done).allSatisfy(future -> assertThat(future.get()).isBetween(0, 3));
    }
  }
}
