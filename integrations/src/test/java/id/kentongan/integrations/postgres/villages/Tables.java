package id.kentongan.integrations.postgres.villages;

import id.kentongan.integrations.TableFile;
import java.util.List;
import java.util.function.Consumer;

/// Tables in memory, as lines of CSV without quotes.
final class Tables {
  private Tables() {}

  static TableFile of(String... lines) {
    return of(List.of(lines));
  }

  static TableFile of(List<String> lines) {
    return new TableFile() {
      @Override
      public List<String> headings() {
        return List.of(lines.getFirst().split(",", -1));
      }

      @Override
      public void each(Consumer<Row> taker) {
        for (int i = 1; i < lines.size(); i++) {
          taker.accept(new Row(i + 1, List.of(lines.get(i).split(",", -1))));
        }
      }

      @Override
      public void close() {}
    };
  }
}
