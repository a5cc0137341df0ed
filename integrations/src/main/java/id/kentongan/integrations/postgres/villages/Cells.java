package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.values.WorkerCategory;
import id.kentongan.integrations.TableFile.Row;
import id.kentongan.integrations.postgres.villages.Columns.Column;
import id.kentongan.integrations.postgres.villages.Intake.Wrong;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cells as values; what is none is [Wrong], said without the cell itself.
record Cells(Columns columns, Set<String> areas, CategoryWords categories) {
  private static final int VILLAGE = 13;
  private static final Pattern MONTH = Pattern.compile("([0-9]{4})-([0-9]{1,2})(?:-[0-9]{1,2})?");
  private static final Pattern DAY =
      Pattern.compile("(?:[0-9]{1,2}[/.])?([0-9]{1,2})[/.]([0-9]{4})");
  private static final Set<String> FORMAL = Set.of("formal", "pu", "penerima upah");
  private static final Set<String> INFORMAL =
      Set.of("informal", "bpu", "bukan penerima upah", "mandiri");

  String area(Row row) {
    String code =
        Region.codeOf(columns.cell(row, Column.CODE))
            .orElseThrow(() -> new Wrong("no Kemendagri code such as 35.10.17.2003"));
    if (!areas.contains(code)) {
      throw new Wrong(code + " is no region that we know: import the regions first");
    }
    return code;
  }

  String village(Row row) {
    String code = area(row);
    if (code.length() < VILLAGE) {
      throw new Wrong(code + " is no village");
    }
    return code;
  }

  WorkerCategory category(Row row) {
    return categories
        .find(columns.cell(row, Column.CATEGORY))
        .orElseThrow(() -> new Wrong("no category of workers, e.g. pekerja rentan"));
  }

  boolean formal(Row row) {
    String told = columns.cell(row, Column.FORMAL).toLowerCase(Locale.ROOT);
    if (FORMAL.contains(told)) {
      return true;
    }
    if (INFORMAL.contains(told)) {
      return false;
    }
    throw new Wrong("formal must be \"formal\" or \"informal\"");
  }

  int year(Row row) {
    int year = number(row, Column.YEAR, 9999);
    if (year < 2000 || year > 2100) {
      throw new Wrong("a year between 2000 and 2100 is needed");
    }
    return year;
  }

  /// A whole number from 0 on, thousands marked or not: `1.250`.
  int number(Row row, Column column, int most) {
    String told = columns.cell(row, column);
    String digits = told.matches("[0-9]{1,3}([.,][0-9]{3})+") ? told.replaceAll("[.,]", "") : told;
    if (!digits.matches("[0-9]{1,9}") || Integer.parseInt(digits) > most) {
      throw new Wrong(
          "%s must be a number from 0 to %d"
              .formatted(column.name().toLowerCase(Locale.ROOT), most));
    }
    return Integer.parseInt(digits);
  }

  /// The first day of a month told as `2026-03`, `2026-03-15`, `15/03/2026` or `03/2026`.
  LocalDate month(Row row, Column column) {
    String told = columns.cell(row, column);
    Matcher iso = MONTH.matcher(told);
    Matcher day = DAY.matcher(told);
    try {
      if (iso.matches()) {
        return first(iso.group(1), iso.group(2));
      }
      if (day.matches()) {
        return first(day.group(2), day.group(1));
      }
    } catch (DateTimeException e) {
      throw noMonth(column);
    }
    throw noMonth(column);
  }

  @Nullable LocalDate monthMaybe(Row row, Column column) {
    return columns.cell(row, column).isEmpty() ? null : month(row, column);
  }

  private static LocalDate first(String year, String month) {
    int of = Integer.parseInt(year);
    if (of < 1990 || of > 2100) {
      throw new DateTimeException("year");
    }
    return LocalDate.of(of, Integer.parseInt(month), 1);
  }

  private static Wrong noMonth(Column column) {
    return new Wrong(
        "%s must be a month or day, e.g. 2026-03 or 15/03/2026"
            .formatted(column.name().toLowerCase(Locale.ROOT)));
  }
}
