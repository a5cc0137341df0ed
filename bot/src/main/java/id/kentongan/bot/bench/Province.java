package id.kentongan.bot.bench;

import id.kentongan.integrations.TableFile;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A generated country of 83,762 villages, of which one province has 3,259, and that province's
/// workers and members.
final class Province {
  static final String CODE = "16";
  private static final int VILLAGES = 3_259;
  private static final int COUNTRY = 83_762;
  private static final List<String> CATEGORIES =
      List.of("perangkat desa", "bpd", "lkd", "kader", "pekerja rentan", "lainnya");
  private static final String[] FIRST =
      ("suka tanjung sungai muara kedung karang banjar sumber tegal gunung lubuk batu kota padang"
              + " simpang mekar bumi wono pulau teluk ujung kampung sido rejo")
          .split(" ");
  private static final String[] SYLLABLES =
      ("ra ma ka na ta la sa ba wa ja ri mi ki ni ti li si di wi gi ru mu ku nu tu lu su bu du gu"
              + " ro mo ko no to lo so bo do go rang mang kang nang tang lang sang dang wang rin")
          .split(" ");

  private final Random random = new Random(20261121);

  /// Villages of the province, and as many more of other provinces as the country has.
  TableFile regions() {
    return table(
        "code,name",
        add -> {
          int left = COUNTRY;
          for (int p = 0; left > 0; p++) {
            int most = p == 0 ? VILLAGES : Math.min(left, VILLAGES);
            province(p == 0 ? CODE : Integer.toString(20 + p), most, add);
            left -= most;
          }
        });
  }

  private void province(String code, int villages, Consumer<String> add) {
    add.accept(code + ",Provinsi " + name());
    for (int i = 0; i < villages; i++) {
      String district = district(code, i);
      if (i % 196 == 0) {
        add.accept(district.substring(0, 5) + ",Kab. " + name());
      }
      if (i % 14 == 0) {
        add.accept(district + ',' + name());
      }
      add.accept(village(code, i) + ',' + name());
    }
  }

  TableFile workers() {
    return table(
        "code,category,formal,year,workers",
        add ->
            IntStream.range(0, VILLAGES)
                .forEach(
                    i ->
                        CATEGORIES.forEach(
                            c -> add.accept(village(CODE, i) + ',' + c + ",informal,2026,200"))));
  }

  TableFile members(int count) {
    return table(
        "nik,village,category,formal,since,until",
        add -> {
          for (int i = 0; i < count; i++) {
            add.accept(
                "%016d,%s,%s,%s,%d-%02d,%s"
                    .formatted(
                        1_600_000_000_000_000L + i,
                        village(CODE, random.nextInt(VILLAGES)),
                        CATEGORIES.get(random.nextInt(6)),
                        random.nextInt(5) == 0 ? "formal" : "informal",
                        2023 + random.nextInt(4),
                        1 + random.nextInt(10),
                        random.nextInt(3) == 0 ? "2026-12" : ""));
          }
        });
  }

  /// Some village, and its name with two letters exchanged.
  String someVillage() {
    return village(CODE, random.nextInt(VILLAGES));
  }

  String misspelt() {
    String name = name();
    return name.substring(0, 3) + name.charAt(4) + name.charAt(3) + name.substring(5);
  }

  private String name() {
    var name = new StringBuilder(FIRST[random.nextInt(FIRST.length)]);
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return name.toString();
  }

  private static String district(String province, int i) {
    return "%s.%02d.%02d".formatted(province, 1 + i / 196, 1 + i % 196 / 14);
  }

  private static String village(String province, int i) {
    return district(province, i) + ".2%03d".formatted(1 + i % 14);
  }

  private static TableFile table(String heading, Consumer<Consumer<String>> rows) {
    return new TableFile() {
      private long line = 1;

      @Override
      public List<String> headings() {
        return List.of(heading.split(","));
      }

      @Override
      public void each(Consumer<Row> taker) {
        rows.accept(row -> taker.accept(new Row(++line, List.of(row.split(",", -1)))));
      }

      @Override
      public void close() {}
    };
  }
}
