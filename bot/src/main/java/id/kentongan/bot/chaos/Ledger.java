package id.kentongan.bot.chaos;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.redis.RedisDeadLetters;
import id.kentongan.integrations.redis.RedisFunctions;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Closes the books: everybody's letters, turns and answers against each other.
final class Ledger {
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
      var reconciliation = new Reconciliation(findings, timeline, births::answers, dead);
      var papers = new Papers(findings, rest.papers());
      List<Arrival> arrivals = world.crowd().arrivals();
      Map<ConversationId, List<Arrival>> byReader =
          arrivals.stream().collect(Collectors.groupingBy(Arrival::to));
      for (Villager person : world.crowd().everybody()) {
        Book book = books.of(person.who);
        List<Arrival> heard = byReader.getOrDefault(person.who, List.of());
        int before = findings.violations();
        reconciliation.check(person, book, heard);
        papers.check(person, book);
        if (findings.violations() > before) {
          evidence.person(person, book, heard);
        }
      }
      List<String> texts = arrivals.stream().map(Arrival::text).toList();
      for (Matter matter : Matter.values()) {
        rest.matters(matter, matter.numbers(texts), findings);
      }
    }
  }
}
