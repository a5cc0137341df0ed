package id.kentongan.integrations.postgres.villages;

import id.kentongan.integrations.TableFile;
import id.kentongan.integrations.TableFile.Row;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which column of a file is which, by its heading in English or Indonesian.
public final class Columns {
  /// What a column may hold.
  enum Column {
    CODE("code,kode,kode wilayah,kode desa,village,desa,area,wilayah"),
    NAME("name,nama,nama wilayah"),
    CATEGORY("category,kategori,kelompok"),
    FORMAL("formal,formal/informal,segmen,segment"),
    YEAR("year,tahun"),
    WORKERS("workers,pekerja,jumlah,jumlah pekerja"),
    TARGET("target"),
    NIK("nik"),
    KPJ("kpj,nomor peserta"),
    SINCE("since,sejak,mulai"),
    UNTIL("until,sampai,lunas sampai,paid until");

    private final String headings;

    Column(String headings) {
      this.headings = headings;
    }

    boolean headed(String heading) {
      return List.of(headings.split(",")).contains(heading);
    }
  }

  private final Map<Column, Integer> places = new EnumMap<>(Column.class);

  private Columns() {}

  /// Throws [TableFile.Broken] when one of `needed` is not there.
  static Columns of(List<String> headings, Column... needed) {
    var columns = new Columns();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i).toLowerCase(Locale.ROOT).replace('_', ' ');
      for (Column column : Column.values()) {
        if (column.headed(heading)) {
          columns.places.putIfAbsent(column, i);
        }
      }
    }
    for (Column column : needed) {
      if (!columns.places.containsKey(column)) {
        throw new TableFile.Broken(
            "it has no column \"%s\" in its first line"
                .formatted(column.name().toLowerCase(Locale.ROOT)));
      }
    }
    return columns;
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /// A cell, refused when it is a formula; empty where the file has no such column.
  String cell(Row row, Column column) {
    return Intake.plain(row.cell(places.getOrDefault(column, -1)));
  }
}
