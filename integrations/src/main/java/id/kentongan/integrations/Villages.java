package id.kentongan.integrations;

import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Area;
import id.kentongan.dialogs.values.Code;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Regions, and how many of their workers are members. All that is told is fit for the public: no
/// count in it is so small that it tells of a person.
public interface Villages {
  /// The areas that a name may mean, likeliest first, at most `most`: one when it is plainly that
  /// one. `level` is the length of a code (2, 5, 8 or 13), 0 for any.
  Future<List<Area>> find(String name, int level, int most);

  /// The coverage of an area in a month; empty for a code that is not known.
  Future<Optional<AreaCoverage>> coverage(String code, YearMonth month);

  /// All villages within an area, in the order of their codes, each with what it lies in.
  Future<List<Village>> villages(String code, YearMonth month);

  /// The certificate of Desa Sadar that stands for a village, if there is one.
  Future<Optional<Certificate>> certificate(String village);

  /// A certificate: `village` by name, `basis` the decision it rests on.
  record Certificate(
      String number, String village, Code code, String basis, Figures figures, Instant given) {
    /// How many of the workers were members in a month.
    public record Figures(YearMonth month, long workers, long covered) {}
  }

  /// A village in a report.
  record Village(AreaCoverage.Place place, String district, String regency) {}
}
