package id.kentongan.bot;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.postgres.Blots.Blot;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterErasureTest {
  private static final ConversationId ERASED = new ConversationId("telegram", "1");
  private static final ConversationId OTHER = new ConversationId("telegram", "2");
  private static final Instant WHEN = Instant.parse("2026-11-20T08:00:00Z");

  @Test
  void lettersFromBeforeTheErasureGoAndNoOthers() {
    var letters = new Letters();
    letters.put("k1/1-0", ERASED, WHEN.minusSeconds(60));
    letters.put("k1/2-0", ERASED, WHEN.plusSeconds(60));
    letters.put("k1/3-0", OTHER, WHEN.minusSeconds(60));
    letters.put("k1/4-0", null, WHEN.minusSeconds(60));
    var erasure =
        new LetterErasure(
            letters,
            who -> Future.succeededFuture(Optional.of(WHEN).filter(at -> who.equals(ERASED))));
    assertThat(erasure.sweep().await()).isEqualTo(1);
    assertThat(letters.all)
        .extracting(DeadLetters.DeadLetter::id)
        .containsExactly("k1/2-0", "k1/3-0", "k1/4-0");
    assertThat(erasure.sweep().await()).isZero();
  }

  @Test
  void whatAnAgentWasToldOfTheErasedGoesAndNothingElse() {
    var letters = new Letters();
    letters.put("k1/1-0", OTHER, WHEN, "Nomor DFT-1.\nJoko sudah terdaftar");
    letters.put("k1/2-0", OTHER, WHEN, "Siti sudah terdaftar");
    letters.put("k1/3-0", ERASED, WHEN, "Joko, halo");
    var blot = new Blot(OTHER, Pattern.compile("(?<!\\p{L})\\Qjoko\\E(?!\\p{L})", 2));
    var copies = new CopiedLetters(letters, () -> Future.succeededFuture(List.of(blot)));
    assertThat(copies.sweep().await()).isEqualTo(1);
    assertThat(letters.all)
        .extracting(DeadLetters.DeadLetter::id)
        .containsExactly("k1/2-0", "k1/3-0");
    assertThat(copies.sweep().await()).isZero();
  }

  private static final class Letters implements DeadLetters {
    final List<DeadLetter> all = new ArrayList<>();

    void put(String id, @Nullable ConversationId who, Instant since) {
      put(id, who, since, "a");
    }

    void put(String id, @Nullable ConversationId who, Instant since, String text) {
      Post post =
          who == null
              ? null
              : new Post(
                  EffectId.of(who, 1, 0), new Effect.Send(Bubble.of(text), false), null, null);
      all.add(new DeadLetter(id, since, post, "why"));
    }

    @Override
    public Future<List<DeadLetter>> list(int most) {
      throw new AssertionError("not the oldest alone");
    }

    @Override
    public Future<Integer> dropWhere(Function<DeadLetter, Future<Boolean>> gone) {
      int before = all.size();
      all.removeIf(letter -> gone.apply(letter).await());
      return Future.succeededFuture(before - all.size());
    }

    @Override
    public Future<Boolean> replay(String id) {
      throw new AssertionError("nothing is sent again");
    }

    @Override
    public Future<Boolean> drop(String id) {
      throw new AssertionError("none alone");
    }

    @Override
    public Future<Void> add(Post post, String why) {
      throw new AssertionError("nothing is added");
    }
  }
}
