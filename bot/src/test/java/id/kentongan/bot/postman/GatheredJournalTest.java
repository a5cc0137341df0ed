package id.kentongan.bot.postman;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.Journal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheredJournalTest {
  private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final List<List<Journal.Line>> batches = Collections.synchronizedList(new ArrayList<>());
  private final Journal journal = new GatheredJournal(vertx, this::write, Duration.ofMillis(100));

  @AfterEach
  void close() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void writesWhatComesFromManyTogether() throws Exception {
    var written = IntStream.range(0, 50).mapToObj(i -> journal.write(List.of(line("m" + i))));

    Future.all(written.toList()).await(10, TimeUnit.SECONDS);

    assertThat(batches.size()).isLessThan(50);
    assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(50);
  }

  @Test
  void goesOnWithWhatComesLater() throws Exception {
    journal.write(List.of(line("one"))).await(10, TimeUnit.SECONDS);
    journal.write(List.of(line("two"))).await(10, TimeUnit.SECONDS);

    assertThat(batches).hasSize(2);
  }

  @Test
  void writesTheOthersWithoutTheOneThatCannotBe() throws Exception {
    Future<Void> good = journal.write(List.of(line("good")));
    Future<Void> bad = journal.write(List.of(line("bad")));
    Future<Void> better = journal.write(List.of(line("better")));

    Future.join(good, bad, better).otherwiseEmpty().await(10, TimeUnit.SECONDS);

    assertThat(good.succeeded()).isTrue();
    assertThat(bad.failed()).isTrue();
    assertThat(better.succeeded()).isTrue();
    assertThat(batches.stream().flatMap(List::stream).map(l -> l.entry().event()))
        .containsExactlyInAnyOrder("good", "better");
  }

  private Future<Void> write(List<Journal.Line> lines) {
    if (lines.stream().anyMatch(line -> line.entry().event().equals("bad"))) {
      return Future.failedFuture("as asked");
    }
    batches.add(lines);
    return Future.succeededFuture();
  }

  private static Journal.Line line(String event) {
    var who = ConversationId.of("test:1");
    var entry = new JournalEntry(event, AT, "halo", "halo juga", "", null, 0);
    return new Journal.Line(who, new EffectId("test:1/1/" + event), entry);
  }
}
