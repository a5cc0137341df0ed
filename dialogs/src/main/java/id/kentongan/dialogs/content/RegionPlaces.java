package id.kentongan.dialogs.content;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The villages of `config/regions.csv`, found by name with typing errors, in any order with the
/// district, regency or province: `desa kedungasri tegaldlimo`. A pure index in memory, made for
/// all of the country's 83,000 villages.
///
/// A text that is no village gives `place.unknown`; a district or regency alone
/// `place.village-missing` with its name; more villages of a name than fit a list `place.too-many`
/// with the name, to be asked for again with the district.
public final class RegionPlaces implements Places {
  private static final int MOST = 10;
  private static final int LONGEST_NAME = 4;

  private final Map<String, Place> villages = new HashMap<>();
  private final Map<String, List<Area>> byName;
  private final Map<String, String> larger = new HashMap<>();
  private final Set<String> districts = new HashSet<>();
  private final PlaceNames names;

  private RegionPlaces(List<Region> regions, Rules rules) {
    var shown = new HashMap<String, String>();
    for (Region region : regions) {
      shown.put(region.code(), region.shown());
      if (!region.village()) {
        larger.put(String.join("", PlaceText.words(region.shown())), region.shown());
      }
      if (region.code().length() == 8) {
        districts.add(region.code().replace(".", ""));
      }
    }
    var areas = new ArrayList<Area>();
    for (Region region : regions) {
      if (region.village()) {
        String district = shown.getOrDefault(region.code().substring(0, 8), "");
        String regency = shown.getOrDefault(region.code().substring(0, 5), "");
        String province = shown.getOrDefault(region.code().substring(0, 2), "");
        var zone = rules.zoneOf(region.code());
        var place = new Place(region.code(), region.shown(), district, regency, zone);
        villages.put(place.code(), place);
        areas.add(new Area(place, province));
      }
    }
    byName = areas.stream().collect(Collectors.groupingBy(Area::key));
    names = new PlaceNames(byName.keySet());
  }

  public static RegionPlaces of(List<Region> regions, Rules rules) {
    return new RegionPlaces(regions, rules);
  }

  @Override
  public Optional<Place> byCode(String code) {
    return Optional.ofNullable(villages.get(code));
  }

  @Override
  public boolean knowsDistrict(String code) {
    return districts.contains(code.replace(".", ""));
  }

  @Override
  public Parsed<Place> find(String text) {
    List<String> words = PlaceText.words(text);
    List<Place> found = best(words, key -> byName.containsKey(key) ? List.of(key) : List.of());
    if (found.isEmpty()) {
      Optional<String> area = larger(words);
      if (area.isPresent()) {
        return new Parsed.Invalid<>("place.village-missing", area.get());
      }
      found = best(words, names::near);
    }
    return switch (found.size()) {
      case 0 -> new Parsed.Invalid<>("place.unknown", "");
      case 1 -> new Parsed.Value<>(found.getFirst());
      default ->
          found.size() > MOST
              ? new Parsed.Invalid<>("place.too-many", found.getFirst().village())
              : new Parsed.Ambiguous<>(found);
    };
  }

  private List<Place> best(
      List<String> words, java.util.function.Function<String, List<String>> keys) {
    var best = new ArrayList<Match>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST_NAME); to++) {
        for (String key : keys.apply(String.join("", words.subList(from, to)))) {
          for (Area area : byName.getOrDefault(key, List.of())) {
            keep(best, Match.of(area, words, from, to));
          }
        }
      }
    }
    return best.stream()
        .map(match -> match.area().place())
        .distinct()
        .sorted((a, b) -> a.code().compareTo(b.code()))
        .toList();
  }

  private static void keep(List<Match> best, Match match) {
    if (!match.plausible()) {
      return;
    }
    int order = best.isEmpty() ? 0 : match.compareTo(best.getFirst());
    if (order > 0) {
      best.clear();
    }
    if (order >= 0) {
      best.add(match);
    }
  }

  /// The district, regency or province that the words name, when they name nothing else.
  private Optional<String> larger(List<String> words) {
    String key = words.stream().filter(w -> !PlaceText.idle(w)).collect(Collectors.joining());
    return Optional.ofNullable(larger.get(key));
  }

  /// A village with all that people may add to its name.
  private record Area(Place place, String province) {
    String key() {
      return String.join("", PlaceText.words(place.village()));
    }

    boolean names(String word) {
      return named(place.district(), word) || named(place.regency(), word) || named(province, word);
    }

    private static boolean named(String area, String word) {
      List<String> words = PlaceText.words(area);
      return words.stream().anyMatch(w -> PlaceText.near(w, word))
          || PlaceText.near(String.join("", words), word);
    }
  }

  /// How well a village fits: how many other words it explains or leaves unexplained, whether a
  /// word like `desa` stands before its name, and how long the name is.
  private record Match(Area area, int explained, int strange, boolean marked, int length)
      implements Comparable<Match> {
    static Match of(Area area, List<String> words, int from, int to) {
      int explained = 0;
      int strange = 0;
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if ((i >= from && i < to) || PlaceText.idle(word)) {
          continue;
        }
        if (area.names(word)) {
          explained++;
        } else {
          strange++;
        }
      }
      boolean marked = from > 0 && PlaceText.namesVillage(words.get(from - 1));
      return new Match(area, explained, strange, marked, area.key().length());
    }

    boolean plausible() {
      return strange == 0 || ((marked || explained > 0) && strange <= 2);
    }

    @Override
    public int compareTo(Match other) {
      return java.util.Comparator.comparingInt((Match m) -> -m.strange)
          .thenComparing(Match::marked)
          .thenComparingInt(Match::length)
          .compare(this, other);
    }
  }
}
