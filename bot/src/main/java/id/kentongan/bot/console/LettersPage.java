package id.kentongan.bot.console;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `/console/tidak-sampai`: what could not be delivered, why and since when, to be sent again or
/// given up. Nothing of what it says, and whose it is only for who may read conversations.
final class LettersPage implements Page {
  private static final String PATH = "/tidak-sampai";
  private static final int SHOWN = 200;

  private final Letters letters;

  LettersPage(Letters letters) {
    this.letters = letters;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.LETTERS, this::show),
        Address.post(PATH + "/lagi", Permission.LETTERS, this::again),
        Address.post(PATH + "/buang", Permission.LETTERS, this::drop));
  }

  /// How many have the same cause, and since when the first.
  public record Heap(Undelivered.Cause cause, int many, Instant since) {}

  private Future<Reply> show(Visit visit) {
    return letters
        .all()
        .map(
            all -> {
              var model = new HashMap<String, Object>();
              model.put("heaps", heaps(all));
              model.put("letters", all.subList(0, Math.min(SHOWN, all.size())));
              model.put("all", all.size());
              model.put("counted", Letters.MOST);
              model.put("told", visit.query("hasil"));
              return Reply.shown("letters", model);
            });
  }

  /// why the first of each: they come oldest first.
  private static List<Heap> heaps(List<Letters.Listed> all) {
    Map<Undelivered.Cause, List<Letters.Listed>> by =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    listed -> listed.one().cause(),
                    () -> new EnumMap<>(Undelivered.Cause.class),
                    Collectors.toList()));
    return by.entrySet().stream()
        .map(
            heap ->
                new Heap(
                    heap.getKey(),
                    heap.getValue().size(),
                    heap.getValue().getFirst().one().since()))
        .toList();
  }

  private Future<Reply> again(Visit visit) {
    List<String> chosen = chosen(visit);
    return letters.again(visit.name(), chosen).map(done -> back("lagi", done, chosen.size()));
  }

  private Future<Reply> drop(Visit visit) {
    List<String> chosen = chosen(visit);
    return letters.drop(visit.name(), chosen).map(done -> back("buang", done, chosen.size()));
  }

  private static List<String> chosen(Visit visit) {
    return visit.route().request().formAttributes().getAll("letter").stream()
        .distinct()
        .limit(SHOWN)
        .toList();
  }

  private static Reply back(String what, int done, int chosen) {
    String told = chosen == 0 ? "pilih" : done < chosen ? what + "-sebagian" : what;
    return new Reply.See("/console" + PATH + "?hasil=" + told);
  }
}
