package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.content.RegionPlaces;
import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads `regions.csv`, lines `code,name` under a heading: provinces, regencies, districts and
/// villages, with everything that a village lies in.
final class RegionsReader {
  private static final String FILE = "regions.csv";
  private static final String CODE = "[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?";
  private static final int TOLD = 20;

  private final List<Region> regions = new ArrayList<>();
  private final List<Fault> wrong = new ArrayList<>();

  static RegionPlaces read(ContentSource source, Rules rules, Words words, Faults faults) {
    var reader = new RegionsReader();
    reader.lines(source.regions().lines().toList());
    // why: a file of the wrong kind would otherwise be told eighty thousand times
    reader.wrong.stream().limit(TOLD).forEach(faults::add);
    return RegionPlaces.of(reader.regions, rules, words);
  }

  private void lines(List<String> lines) {
    var codes = new HashSet<String>();
    for (int i = 1; i < lines.size(); i++) {
      Optional<Region> region = region(lines.get(i));
      if (region.isEmpty()) {
        wrong("line " + (i + 1), Wrong.NO_REGION.of(), Should.REGION_LINE.of());
      } else if (!codes.add(region.get().code())) {
        wrong("line " + (i + 1), Wrong.CODE_TWICE.of(), Should.CODE_ONCE.of());
      } else {
        regions.add(region.get());
      }
    }
    for (Region region : regions) {
      if (!region.parent().isEmpty() && !codes.contains(region.parent())) {
        wrong(region.code(), Wrong.NO_PARENT.of(), Should.PARENT_LINE.of(region.parent()));
      }
    }
  }

  private static Optional<Region> region(String line) {
    int comma = line.indexOf(',');
    String code = line.substring(0, Math.max(0, comma)).strip();
    String name = line.substring(comma + 1).strip().replace("\"", "");
    return code.matches(CODE) && !name.isEmpty()
        ? Optional.of(new Region(code, name))
        : Optional.empty();
  }

  private void wrong(String key, Phrase.Said what, Phrase.Said allowed) {
    wrong.add(new Fault(FILE, key, what, allowed));
  }
}
