package id.kentongan.dialogs.content;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
  private static final int VILLAGE_CODE = 13;

  private final Map<String, Place> villages = new HashMap<>();
  private final Map<String, List<Village>> byName;
  private final Map<String, String> larger = new HashMap<>();
  private final Set<String> districts = new HashSet<>();
  private final PlaceWords known;
  private final PlaceNames names;
  private final PlaceNames areas;

  private RegionPlaces(List<Region> regions, Rules rules, Words words) {
    known = PlaceWords.of(words);
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
    var all = new ArrayList<Village>();
    for (Region region : regions) {
      if (region.village()) {
        String district = shown.getOrDefault(region.code().substring(0, 8), "");
        String regency = shown.getOrDefault(region.code().substring(0, 5), "");
        String province = shown.getOrDefault(region.code().substring(0, 2), "");
        var zone = rules.zoneOf(region.code());
        var place = new Place(region.code(), region.shown(), district, regency, zone);
        villages.put(place.code(), place);
        all.add(new Village(place, province));
      }
    }
    byName = all.stream().collect(Collectors.groupingBy(Village::key));
    names = new PlaceNames(byName.keySet());
    this.areas =
        new PlaceNames(
            shown.entrySet().stream()
                .filter(entry -> entry.getKey().length() < VILLAGE_CODE)
                .flatMap(entry -> Village.words(entry.getValue()).stream())
                .collect(Collectors.toSet()));
  }

  public static RegionPlaces of(List<Region> regions, Rules rules, Words words) {
    return new RegionPlaces(regions, rules, words);
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
    List<VillageMatch> best =
        best(words, (from, to) -> exact(String.join("", words.subList(from, to))));
    if (best.isEmpty()) {
      Optional<String> area = larger(words);
      if (area.isPresent()) {
        return new Parsed.Invalid<>("place.village-missing", area.get());
      }
    }
    if (best.isEmpty() || best.getFirst().strange() > 0) {
      List<VillageMatch> near = near(words);
      boolean better =
          !near.isEmpty()
              && (best.isEmpty() || near.getFirst().strange() < best.getFirst().strange());
      best = better ? near : best;
    }
    return parsed(
        best.stream()
            .map(match -> match.village().place())
            .distinct()
            .sorted(Comparator.comparing(Place::code))
            .toList());
  }

  private static Parsed<Place> parsed(List<Place> found) {
    return switch (found.size()) {
      case 0 -> new Parsed.Invalid<>("place.unknown", "");
      case 1 -> new Parsed.Value<>(found.getFirst());
      default ->
          found.size() > MOST
              ? new Parsed.Invalid<>("place.too-many", found.getFirst().village())
              : new Parsed.Ambiguous<>(found);
    };
  }

  private List<String> exact(String key) {
    return byName.containsKey(key) ? List.of(key) : List.of();
  }

  /// why: a search among all names costs most, so it is made only for words beside which nothing
  /// strange stands
  private List<VillageMatch> near(List<String> words) {
    List<Boolean> explained = words.stream().map(w -> known.idle(w) || areas.knows(w)).toList();
    return best(
            words,
            (from, to) -> {
              boolean marked = from > 0 && known.namesVillage(words.get(from - 1));
              long strange =
                  IntStream.range(0, words.size())
                      .filter(i -> (i < from || i >= to) && !explained.get(i))
                      .count();
              return strange <= (marked ? VillageMatch.STRANGE : 0)
                  ? names.near(String.join("", words.subList(from, to)))
                  : List.of();
            })
        .stream()
        .filter(match -> !elsewhere(match, words))
        .toList();
  }

  /// Whether the words name an area that the village is not in: `penataban giri` is no mistyped
  /// Penataran of another district.
  private boolean elsewhere(VillageMatch match, List<String> words) {
    return match.strange() > 0
        && words.stream()
            .anyMatch(
                w ->
                    areas.knows(w)
                        && !known.idle(w)
                        && match.village().fit(w) == 0
                        && !match.village().key().contains(w));
  }

  private List<VillageMatch> best(
      List<String> words, BiFunction<Integer, Integer, List<String>> keys) {
    var best = new ArrayList<VillageMatch>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST_NAME); to++) {
        for (String key : keys.apply(from, to)) {
          for (Village village : byName.getOrDefault(key, List.of())) {
            keep(best, VillageMatch.of(village, words, from, to, known));
          }
        }
      }
    }
    return best;
  }

  private static void keep(List<VillageMatch> best, VillageMatch match) {
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
    String key = words.stream().filter(w -> !known.idle(w)).collect(Collectors.joining());
    return Optional.ofNullable(larger.get(key));
  }
}
