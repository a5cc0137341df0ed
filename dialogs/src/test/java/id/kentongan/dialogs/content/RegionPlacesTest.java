package id.kentongan.dialogs.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Place;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionPlacesTest {
  private static final List<Region> REGIONS =
      List.of(
          new Region("35", "Jawa Timur"),
          new Region("35.10", "KAB. BANYUWANGI"),
          new Region("35.10.02", "Bangorejo"),
          new Region("35.10.02.2001", "Sukorejo"),
          new Region("35.10.17", "TEGALDLIMO"),
          new Region("35.10.17.2003", "Kedungasri"),
          new Region("35.10.17.2004", "Tegaldlimo"),
          new Region("35.10.17.2005", "Kota Baru"),
          new Region("35.72", "Kota Blitar"),
          new Region("35.72.02", "Sukorejo"),
          new Region("35.72.02.1001", "Sukorejo"),
          new Region("63", "Kalimantan Selatan"),
          new Region("63.10", "Kabupaten Tanah Bumbu"),
          new Region("63.10.05", "Kuranji"),
          new Region("63.10.05.2001", "Giri Mulya"));

  private static final Content CONTENT = TestContent.load();

  private final Places places = RegionPlaces.of(REGIONS, CONTENT.rules(), CONTENT.words());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kedungasri | 35.10.17.2003",
        "desa kedungasri kec tegaldlimo kab banyuwangi | 35.10.17.2003",
        "kedung asri, tegaldlimo | 35.10.17.2003",
        "Tegaldlimo Kedungasri | 35.10.17.2003",
        "saya di kedungasri banyuwangi | 35.10.17.2003",
        "dusun krajan desa kedungasri rt 02 rw 01 | 35.10.17.2003",
        "kedungasri tegaldilmo | 35.10.17.2003",
        "kedungsari | 35.10.17.2003",
        "tegldlimo | 35.10.17.2004",
        "tegaldlimo tegaldlimo | 35.10.17.2004",
        "desa kota baru | 35.10.17.2005",
        "sukorejo banyuwangi | 35.10.02.2001",
        "sukorejo bangorejo | 35.10.02.2001",
        "kelurahan sukorejo kota blitar | 35.72.02.1001",
        "girimulya tanah bumbu | 63.10.05.2001",
        "GIRI MULYA | 63.10.05.2001",
      })
  void findsAVillageAsPeopleWriteIt(String text, String code) {
    assertThat(places.find(text)).isEqualTo(new Parsed.Value<>(place(code)));
  }

  @Test
  void asksWhichOfSeveral() {
    assertThat(places.find("sukorejo"))
        .isEqualTo(new Parsed.Ambiguous<>(List.of(place("35.10.02.2001"), place("35.72.02.1001"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | place.unknown |",
        "berapa iurannya | place.unknown |",
        "xyzzyx | place.unknown |",
        "!!! | place.unknown |",
        "123 456 | place.unknown |",
        "saya petani sukorejo pedagang ikan laut | place.unknown |",
        "kab banyuwangi | place.village-missing | Banyuwangi",
        "bangorejo | place.village-missing | Bangorejo",
        "tanah bumbu | place.village-missing | Tanah Bumbu",
      })
  void saysWhatIsMissing(String text, String reason, String detail) {
    assertThat(places.find(text == null ? "" : text))
        .isEqualTo(new Parsed.Invalid<Place>(reason, detail == null ? "" : detail));
  }

  @Test
  void asksForTheDistrictWhenAListWouldNotDo() {
    var many = new ArrayList<>(REGIONS);
    for (int i = 0; i < 11; i++) {
      many.add(new Region("35.10." + (50 + i), "Kecamatan" + (char) ('a' + i)));
      many.add(new Region("35.10." + (50 + i) + ".2001", "Sukamaju"));
    }
    Places wide = RegionPlaces.of(many, CONTENT.rules(), CONTENT.words());
    assertThat(wide.find("suka maju"))
        .isEqualTo(new Parsed.Invalid<Place>("place.too-many", "Sukamaju"));
    assertThat(wide.find("Sukamaju kecamatanc")).isInstanceOf(Parsed.Value.class);
  }

  @Test
  void namesAndTimesAPlaceByItsCode() {
    assertThat(place("35.10.17.2003").full()).isEqualTo("Kedungasri, Kec. Tegaldlimo, Banyuwangi");
    assertThat(place("35.72.02.1001").full()).isEqualTo("Sukorejo, Kec. Sukorejo, Kota Blitar");
    assertThat(place("63.10.05.2001").zone()).isEqualTo(ZoneId.of("Asia/Makassar"));
    assertThat(places.byCode("99.99.99.9999")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"351017", "35.10.17"})
  void knowsTheDistrictsOfANik(String code) {
    assertThat(places.knowsDistrict(code)).isTrue();
    assertThat(places.knowsDistrict("999999")).isFalse();
  }

  @Test
  void findsAmongAllOfTheCountrysVillages() {
    var random = new Random(7);
    var regions = new ArrayList<>(REGIONS);
    for (int i = 0; i < 83_000; i++) {
      String district = "35." + two(20 + i / 9000) + "." + two(i / 100 % 90 + 10);
      regions.add(new Region(district + "." + (2001 + i % 100), invented(random)));
    }
    Places wide = RegionPlaces.of(regions, CONTENT.rules(), CONTENT.words());
    assertThat(wide.find("desa kedungsari kec tegaldlimo banyuwangi"))
        .isEqualTo(new Parsed.Value<>(place("35.10.17.2003")));
    for (int i = 0; i < 200; i++) {
      String noise =
          random.ints(60, ' ', 'z').mapToObj(Character::toString).collect(Collectors.joining());
      assertThat(wide.find(noise)).isNotNull();
    }
  }

  private Place place(String code) {
    return places.byCode(code).orElseThrow();
  }

  private static String two(int number) {
    return Integer.toString(number);
  }

  private static String invented(Random random) {
    String[] syllables = {"su", "ka", "tan", "jung", "re", "jo", "ba", "ru", "mul", "ya", "gun"};
    return random
        .ints(4, 0, syllables.length)
        .mapToObj(i -> syllables[i])
        .collect(Collectors.joining());
  }
}
