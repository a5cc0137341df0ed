package id.kentongan.bot.desk;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.postman.FakeWorld;
import id.kentongan.bot.postman.TestGateway;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.MemoryVault;
import id.kentongan.integrations.Neighbours;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.Vault.Committed;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A Desk beside another node that works on its shards, and answers as the test lets it.
final class GivenAwayTest implements Neighbours {
  private final Vertx vertx = Vertx.vertx();
  private final FakeWorld world = new FakeWorld();
  private final ConversationId who = someone();
  private final MemoryVault vault = new MemoryVault();
  private final List<String> given = new CopyOnWriteArrayList<>();
  private final Map<String, Promise<Answer>> answers = new ConcurrentHashMap<>();
  private final AtomicReference<Function<Inbound, Future<Answer>>> doing = new AtomicReference<>();
  private volatile boolean own;
  private final Desk desk = desk();

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  @Override
  public Future<Answer> hand(String node, Inbound in) {
    given.add(in.id());
    return answers.computeIfAbsent(in.id(), id -> Promise.promise()).future();
  }

  @Override
  public Future<Void> listen(Function<Inbound, Future<Answer>> doing) {
    this.doing.set(doing);
    return Future.succeededFuture();
  }

  @Test
  void whatIsDoneElsewhereIsNotDoneHere() {
    await(say("m0"));
    var second = say("m1");
    answer("m1").complete(Answer.COMMITTED);
    assertThat(await(second)).isEqualTo(Received.COMMITTED);
    assertThat(heard()).containsExactly("m0");
  }

  @Test
  void theNextOfAConversationWaitsForTheOneThatIsGivenAway() {
    await(say("m0"));
    var first = say("m1");
    var next = say("m2");
    var last = say("m3");
    await().until(() -> given.equals(List.of("m1")));
    answer("m1").fail(new TimeoutException());
    assertThat(await(first)).isEqualTo(Received.COMMITTED);
    assertThat(await(next)).isEqualTo(Received.COMMITTED);
    assertThat(await(last)).isEqualTo(Received.COMMITTED);
    assertThat(given).containsExactly("m1");
    assertThat(heard()).containsExactly("m0", "m1", "m2", "m3");
  }

  @Test
  void whatIsGivenBackIsDoneHereBeforeTheNext() {
    await(say("m0"));
    var first = say("m1");
    var next = say("m2");
    answer("m1").complete(Answer.NOT_MINE);
    assertThat(await(first)).isEqualTo(Received.COMMITTED);
    await().until(() -> given.equals(List.of("m1", "m2")));
    assertThat(heard()).containsExactly("m0", "m1");
    answer("m2").complete(Answer.DUPLICATE);
    assertThat(await(next)).isEqualTo(Received.DUPLICATE);
  }

  @Test
  void whereTooMuchWaitsAtTheOtherNodeTheProviderHasToRepeat() {
    await(say("m0"));
    var refused = say("m1");
    answer("m1").complete(Answer.BUSY);
    assertThatThrownBy(() -> await(refused)).hasCauseInstanceOf(Desk.Busy.class);
    assertThat(heard()).containsExactly("m0");
  }

  @Test
  void whatAnotherNodeGivesIsDoneOnlyWhereItsShardIsWorkedOn() {
    assertThat(await(given("m0"))).isEqualTo(Answer.NOT_MINE);
    assertThat(heard()).isEmpty();
    own = true;
    assertThat(await(given("m0"))).isEqualTo(Answer.COMMITTED);
    assertThat(await(given("m0"))).isEqualTo(Answer.DUPLICATE);
    assertThat(heard()).containsExactly("m0");
    assertThat(given).isEmpty();
  }

  @Test
  void whatIsGivenAgainWhenItMayBeForgottenIsNotDone() {
    own = true;
    var old = Instant.now().minus(Duration.ofDays(8)).minusSeconds(1);
    var again = new Inbound("m0", who, old, new Inbound.Words("m0", false), null, null, "h");
    assertThat(await(Objects.requireNonNull(doing.get()).apply(again))).isEqualTo(Answer.NOT_MINE);
    assertThat(heard()).isEmpty();
  }

  private Promise<Answer> answer(String id) {
    return answers.computeIfAbsent(id, fresh -> Promise.promise());
  }

  private Future<Answer> given(String id) {
    return Objects.requireNonNull(doing.get()).apply(in(id));
  }

  private Future<Received> say(String id) {
    return desk.receive(in(id));
  }

  private Inbound in(String id) {
    return new Inbound(id, who, Instant.now(), new Inbound.Words(id, false), null, null, "h");
  }

  private List<String> heard() {
    return TestTalks.heard(await(vault.load(who)).talk());
  }

  private Desk desk() {
    var turns = TestGateway.turns(world);
    var rules = TestGateway.rules(new Flood(100, 1), Crowd.NONE);
    var holders =
        new Holders(this, shard -> own, new Holders.Silence(Duration.ofSeconds(10), () -> 0));
    var around = new Desk.Around(new Nowhere(), holders, Supplier::get);
    var built = new Desk(new Others(), turns, world, rules, await(Loops.open(vertx, 1)), around);
    await(holders.open(built));
    return built;
  }

  /// A Vault that says that another node works on every shard.
  private final class Others implements Vault {
    @Override
    public Future<Loaded> load(ConversationId conversation) {
      return vault.load(conversation);
    }

    @Override
    public Future<Committed> commit(Commit commit) {
      return vault
          .commit(commit)
          .map(
              committed ->
                  committed instanceof Committed.Done done
                      ? new Committed.Done(done.version(), null, "other")
                      : committed);
    }

    @Override
    public String shard(ConversationId conversation) {
      return vault.shard(conversation);
    }
  }

  private static final class Nowhere implements Outlet {
    @Override
    public void committed(String shard, Vault.Commit commit, Committed.Done done) {}

    @Override
    public void doubted(String shard) {}
  }
}
