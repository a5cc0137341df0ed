package id.kentongan.integrations.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusReaderTest {
  /// Only what can be one of ours names a send; anything else is a report all the same.
  @ParameterizedTest
  @CsvSource({
    "0123456789abcdef, 0123456789abcdef",
    "0123456789abcde, ''",
    "0123456789ABCDEF, ''",
    "012345, ''",
    "'', ''"
  })
  void whatAReportBringsAlong(String told, String send) {
    var status =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", "wamid.HBgL")
            .put("status", "delivered")
            .put("biz_opaque_callback_data", told);
    var report = new StatusReader(InstantSource.system()).report(status).orElseThrow();
    assertThat(report.send()).isEqualTo(send.isEmpty() ? null : send);
  }
}
