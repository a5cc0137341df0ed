package id.kentongan.bot;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.postgres.privacy.Blots.Blot;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LetterErasureTest {
  private static final ConversationId ERASED = new ConversationId("telegram", "1");
  private static final ConversationId OTHER = new ConversationId("telegram", "2");
  private static final Instant WHEN = Instant.parse("2026-11-20T08:00:00Z");

  @Test
  void lettersFromBeforeTheErasureGoAndNoOthers() {
    var letters = new KeptLetters();
    letters.put("k1/1-0", ERASED, WHEN.minusSeconds(60), "a", "why");
    letters.put("k1/2-0", ERASED, WHEN.plusSeconds(60), "a", "why");
    letters.put("k1/3-0", OTHER, WHEN.minusSeconds(60), "a", "why");
    letters.put("k1/4-0", null, WHEN.minusSeconds(60), "a", "why");
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
    var letters = new KeptLetters();
    letters.put("k1/1-0", OTHER, WHEN, "Nomor DFT-1.\nJoko sudah terdaftar", "why");
    letters.put("k1/2-0", OTHER, WHEN, "Siti sudah terdaftar", "why");
    letters.put("k1/3-0", ERASED, WHEN, "Joko, halo", "why");
    var blot = new Blot(OTHER, Pattern.compile("(?<!\\p{L})\\Qjoko\\E(?!\\p{L})", 2));
    var copies = new CopiedLetters(letters, () -> Future.succeededFuture(List.of(blot)));
    assertThat(copies.sweep().await()).isEqualTo(1);
    assertThat(letters.all)
        .extracting(DeadLetters.DeadLetter::id)
        .containsExactly("k1/2-0", "k1/3-0");
    assertThat(copies.sweep().await()).isZero();
  }
}
