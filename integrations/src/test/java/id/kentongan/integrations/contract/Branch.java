package id.kentongan.integrations.contract;

import id.kentongan.dialogs.content.Offices;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A branch office for tests: open on weekdays from 8 to 16, answers within two hours.
public final class Branch {
  public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  public static final Offices OFFICES =
      new Offices(
          "Kantor Cabang Banyuwangi",
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(),
                      day -> new Offices.Hours(LocalTime.of(8, 0), LocalTime.of(16, 0)))),
          Map.of(),
          Duration.ofHours(2),
          new Offices.Claims(Duration.ofMinutes(30), 1, 1, 14, 3));

  private Branch() {}
}
