package id.kentongan.bot.roll;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.ear.parse.Parsers;
import id.kentongan.dialogs.roll.RollDefaults;
import id.kentongan.dialogs.roll.RollField;
import id.kentongan.dialogs.roll.RollLine;
import id.kentongan.dialogs.roll.RollReader;
import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.talk.BatchStand;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads rows as they read today, for an agent of a village.
public record RollReading(Supplier<Content> said, InstantSource clock) {
  Parsers parsers() {
    return said.get().parsers();
  }

  List<RollRow> read(List<RollLine> lines, @Nullable String village) {
    return reader(village).read(lines);
  }

  RollRow again(BatchStand.Faulty row, @Nullable String village) {
    return reader(village).again(row.spot().line(), row.quoted(), RollField.named(row.told()));
  }

  private RollReader reader(@Nullable String village) {
    Content content = said.get();
    LocalDate today = LocalDate.ofInstant(clock.instant(), content.rules().zone());
    var defaults = RollDefaults.of(content, village, YearMonth.from(today));
    return new RollReader(content, today, defaults);
  }
}
