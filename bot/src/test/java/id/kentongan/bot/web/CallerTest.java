package id.kentongan.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.settings.Network;
import io.vertx.core.MultiMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallerTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "no header                       | 9.9.9.9    | -                       | 9.9.9.9",
        "a stranger's own header         | 9.9.9.9    | 1.2.3.4                 | 9.9.9.9",
        "a stranger who names a proxy    | 9.9.9.9    | 1.2.3.4, 127.0.0.1      | 9.9.9.9",
        "our proxy                       | 127.0.0.1  | 5.5.5.5                 | 5.5.5.5",
        "what the caller told our proxy  | 127.0.0.1  | 1.2.3.4, 5.5.5.5        | 5.5.5.5",
        "two proxies of ours             | 127.0.0.1  | 1.2.3.4,5.5.5.5,10.1.2.3 | 5.5.5.5",
        "a caller inside our network     | 127.0.0.1  | 10.0.0.7                | 10.0.0.7",
        "a name instead of an address    | 127.0.0.1  | 1.2.3.4, localhost      | 127.0.0.1",
        "nonsense                        | 127.0.0.1  | 1.2.3.4, <x>            | 127.0.0.1",
        "an empty header                 | 127.0.0.1  | ''                      | 127.0.0.1",
        "v6 by its network               | 2001:db8:1:2:3:4:5:6 | -             |"
            + " 2001:db8:1:2::/64",
        "v6 by our proxy                 | ::1        | 2001:db8:1:2:9::1       |"
            + " 2001:db8:1:2::/64",
        "v4 in v6                        | ::ffff:9.9.9.9 | 1.2.3.4             | 9.9.9.9",
        "v6 of a link                    | fe80::1%eth0 | -                     | fe80:0:0:0::/64",
      })
  void isWhoeverAProxyOfOursSaw(String what, String peer, String forwarded, String expected) {
    var caller = new Caller(Network.list("127.0.0.0/8, ::1, 10.0.0.0/8").orElseThrow());
    var headers = MultiMap.caseInsensitiveMultiMap();
    if (forwarded != null) {
      headers.add("X-Forwarded-For", forwarded);
    }
    assertThat(caller.of(peer, headers)).as(what).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1", "10.0.0.1", "::1"})
  void nobodyIsBelievedWhereNoProxyIsTrusted(String peer) {
    var headers = MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-For", "1.2.3.4");
    headers.add("X-Forwarded-For", "1.2.3.5");
    assertThat(new Caller(java.util.List.of()).of(peer, headers)).doesNotStartWith("1.2.3");
  }
}
