package id.kentongan.bot.desk;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Neighbours;
import id.kentongan.integrations.Neighbours.Answer;
import id.kentongan.integrations.Vault.Committed;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whom an event is given to, and what is made of each answer and of none.
final class HoldersTest {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Optional<Received> HERE = Optional.empty();

  private final Set<String> own = new HashSet<>();
  private final List<Given> given = new ArrayList<>();
  private long now = 7;
  private final Holders holders =
      new Holders(new Noting(), own::contains, new Holders.Silence(PAUSE, () -> now));

  private record Given(String node, Promise<Answer> answer) {}

  private final class Noting implements Neighbours {
    @Override
    public Future<Answer> hand(String node, Inbound in) {
      Promise<Answer> answer = Promise.promise();
      given.add(new Given(node, answer));
      return answer.future();
    }

    @Override
    public Future<Void> listen(Function<Inbound, Future<Answer>> doing) {
      return Future.succeededFuture();
    }
  }

  @BeforeEach
  void anotherWorksOnTheShard() {
    told("k1", "other");
  }

  @Test
  void anEventIsGivenToWhomTheLastCommitNamed() {
    var done = hand("k1");
    answer(0, Answer.COMMITTED);
    assertThat(await(done)).contains(Received.COMMITTED);
    told("k1", "third");
    var again = hand("k1");
    answer(1, Answer.DUPLICATE);
    assertThat(await(again)).contains(Received.DUPLICATE);
    assertThat(given).extracting(Given::node).containsExactly("other", "third");
  }

  @Test
  void whatIsOwnOrNobodysIsDoneHere() {
    own.add("k1");
    assertThat(await(hand("k1"))).isEqualTo(HERE);
    own.clear();
    assertThat(await(hand("k2"))).isEqualTo(HERE);
    told("k1", null);
    assertThat(await(hand("k1"))).isEqualTo(HERE);
    assertThat(given).isEmpty();
  }

  @Test
  void whoeverSaysThatItIsNotTheirsIsForgotten() {
    var done = hand("k1");
    answer(0, Answer.NOT_MINE);
    assertThat(await(done)).isEqualTo(HERE);
    assertThat(await(hand("k1"))).isEqualTo(HERE);
    told("k1", "other");
    var again = hand("k1");
    answer(1, Answer.COMMITTED);
    assertThat(await(again)).contains(Received.COMMITTED);
  }

  @Test
  void ofANodeThatHasNotAnsweredYetOneEventIsAskedOnly() {
    told("k2", "other");
    var first = hand("k1");
    assertThat(await(hand("k2"))).isEqualTo(HERE);
    answer(0, Answer.COMMITTED);
    assertThat(await(first)).contains(Received.COMMITTED);
    hand("k1");
    hand("k2");
    assertThat(given).hasSize(3);
  }

  @Test
  void whoeverDoesNotAnswerIsLeftAloneForAWhileAndThenTried() {
    answered();
    var lost = hand("k1");
    var under = hand("k1");
    now++;
    given.get(1).answer().fail(new TimeoutException());
    assertThat(await(lost)).isEqualTo(HERE);
    assertThat(await(hand("k1"))).isEqualTo(HERE);

    answer(2, Answer.COMMITTED);
    assertThat(await(under)).contains(Received.COMMITTED);
    now += PAUSE.toNanos() - 1;
    assertThat(await(hand("k1"))).isEqualTo(HERE);
    now++;
    var tried = hand("k1");
    assertThat(await(hand("k1"))).isEqualTo(HERE);
    answer(3, Answer.COMMITTED);
    assertThat(await(tried)).contains(Received.COMMITTED);
    hand("k1");
    hand("k1");
    assertThat(given).hasSize(6);
  }

  @Test
  void whoeverAnswersOthersIsOnlySlow() {
    answered();
    var lost = hand("k1");
    var other = hand("k1");
    now++;
    answer(2, Answer.COMMITTED);
    assertThat(await(other)).contains(Received.COMMITTED);
    given.get(1).answer().fail(new TimeoutException());
    assertThat(await(lost)).isEqualTo(HERE);
    hand("k1");
    assertThat(given).hasSize(4);
  }

  @Test
  void whereTooMuchWaitsTheProviderHasToRepeat() {
    var refused = hand("k1");
    answer(0, Answer.BUSY);
    assertThat(refused.cause()).isInstanceOf(Desk.Busy.class);
  }

  private void answered() {
    hand("k1");
    answer(0, Answer.COMMITTED);
  }

  private void answer(int which, Answer answer) {
    given.get(which).answer().complete(answer);
  }

  private void told(String shard, @Nullable String holder) {
    holders.committed(shard, new Committed.Done(1, null, holder));
  }

  private Future<Optional<Received>> hand(String shard) {
    var words = new Inbound.Words("halo", false);
    return holders.hand(shard, new Inbound("m", someone(), Instant.EPOCH, words, null, null, null));
  }
}
