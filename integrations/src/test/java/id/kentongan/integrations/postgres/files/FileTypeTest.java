package id.kentongan.integrations.postgres.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {
  @ParameterizedTest
  @CsvSource({
    "ffd8ffe000104a46494600010100, image/jpeg",
    "89504e470d0a1a0a0000000d4948, image/png",
    "524946462400000057454250565038, image/webp",
    "0000001866747970686569630000, image/heic",
    "000000186674797066747970, none",
    "255044462d312e370a25e2e3cfd3, application/pdf",
    "4d5a90000300000004000000ffff, none",
    "504b0304140000000800aaaaaaaa, none",
    "524946462400000057415645666d74, none",
    "ffd8ff, none",
    "'', none"
  })
  void isProvedByTheFirstBytes(String hex, String type) {
    assertThat(FileType.of(HexFormat.of().parseHex(hex)).map(FileType::media).orElse("none"))
        .isEqualTo(type);
  }

  @Test
  void isNothingForAnythingElse() {
    var random = new Random(42);
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      assertThat(FileType.of(bytes)).isEmpty();
    }
    byte[] script = "<svg onload=alert(1)>%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    assertThat(FileType.of(script)).isEmpty();
  }
}
