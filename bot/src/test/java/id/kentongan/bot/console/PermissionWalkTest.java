package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.postgres.accounts.Role;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every page is opened by every role, by nobody, and by a form that is not ours.
@Timeout(120)
class PermissionWalkTest {
  private static Office office;

  @BeforeAll
  static void open() {
    office = new Office();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void eachPageOpensForThoseWhoMayAndNobodyElse(Role role) {
    for (Page.Address address : addresses()) {
      if (teaches(address) && address.needed().of(role)) {
        continue;
      }
      boolean endless = address.path().endsWith("/denyut");
      int status =
          endless
              ? office.status(path(address), office.in(role))
              : open(address, office.in(role)).statusCode();
      assertThat(status)
          .as("%s opens %s %s", role, address.method(), path(address))
          .satisfies(
              told -> {
                if (address.needed().of(role)) {
                  assertThat(told).isNotIn(401, 403, 500, 503);
                } else {
                  assertThat(told).isEqualTo(403);
                }
              });
    }
  }

  @Test
  void nobodyIsLedToTheDoor() {
    for (Page.Address address : addresses()) {
      HttpResponse<String> answer = open(address, Keys.fresh());
      assertThat(answer.statusCode()).as(path(address)).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).contains("/console/masuk?hasil=berakhir");
    }
  }

  @Test
  void nothingChangesWithoutTheTokenOfOurForm() {
    for (Page.Address address : addresses()) {
      if (address.method().equals(HttpMethod.POST)) {
        Role role = Stream.of(Role.values()).filter(address.needed()::of).findFirst().orElseThrow();
        assertThat(office.bare(path(address), "x=1", office.in(role)).statusCode())
            .as(path(address))
            .isEqualTo(403);
      }
    }
  }

  private static List<Page.Address> addresses() {
    // why: whoever leaves is not there for the next page
    return office.console.pages().stream()
        .flatMap(page -> page.addresses().stream())
        .filter(address -> !address.path().equals("/keluar"))
        .toList();
  }

  /// why: training takes its time, and has a test of its own.
  private static boolean teaches(Page.Address address) {
    return address.path().equals("/bahasa/bandingkan") || address.path().equals("/bahasa/terbit");
  }

  private static HttpResponse<String> open(Page.Address address, String token) {
    return address.method().equals(HttpMethod.GET)
        ? office.get(path(address), token)
        : office.post(path(address), "x=1", token);
  }

  private static String path(Page.Address address) {
    return "/console" + address.path().replaceAll(":[a-z]+", "999");
  }
}
