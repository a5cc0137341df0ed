package id.kentongan.bot.chaos;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.redis.RedisDeadLetters;
import id.kentongan.integrations.redis.RedisFunctions;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Closes the books: everybody's letters, turns and answers against each other.
final class Ledger {
  private static final Pattern NUMBER = Pattern.compile("Nomor: (DFT-\\d{4}-\\d+)");
  private static final int MOST_DEAD = 100_000;

  private final World world;
  private final MasterKey key;
  private final Timeline timeline;
  private final Findings findings;
  private final Evidence evidence;
  private final Births births;

  Ledger(
      World world,
      MasterKey key,
      Timeline timeline,
      Findings findings,
      Evidence evidence,
      Births births) {
    this.births = births;
    this.world = world;
    this.key = key;
    this.timeline = timeline;
    this.findings = findings;
    this.evidence = evidence;
  }

  /// Blocks.
  void close(Vertx vertx) {
    try (Database database = world.stores().open(key);
        RedisFunctions redis = RedisFunctions.open(vertx, world.stores().redisSettings()).await();
        var rest = new Rest(world.stores())) {
      var books = new Books(database, redis, key);
      var dead = new RedisDeadLetters(redis, key).list(MOST_DEAD).await();
      var reconciliation = new Reconciliation(findings, timeline, evidence, births::answers, dead);
      List<Arrival> arrivals = world.crowd().arrivals();
      Map<ConversationId, List<Arrival>> byReader =
          arrivals.stream().collect(Collectors.groupingBy(Arrival::to));
      for (Villager person : world.crowd().everybody()) {
        reconciliation.check(
            person, books.of(person.who), byReader.getOrDefault(person.who, List.of()));
      }
      rest.enrolments(numbers(arrivals), findings);
    }
  }

  private static List<String> numbers(List<Arrival> arrivals) {
    return arrivals.stream()
        .map(arrival -> NUMBER.matcher(arrival.text()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }
}
