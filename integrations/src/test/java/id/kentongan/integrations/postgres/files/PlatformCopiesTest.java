package id.kentongan.integrations.postgres.files;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Retention;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.files.PlatformCopies.Owed;
import id.kentongan.integrations.postgres.files.PlatformCopies.Told;
import id.kentongan.integrations.postgres.records.Verify;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformCopiesTest {
  private static final ConversationId ME = new ConversationId("whatsapp", "+6281233445566");
  private static final ConversationId ELSEWHERE = new ConversationId("telegram", "77");
  private static final ConversationId HERE = new ConversationId("web", "a");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final PostgresFiles files = new PostgresFiles(test.database(), TestDatabase.KEY, clock);
  private final PlatformCopies copies =
      new PlatformCopies(test.database(), TestDatabase.KEY, clock);

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void whatNobodyDeletedIsOwedWithItsPlaceUntilItIs() {
    String file = kept(ME, "1");
    noted(ME, file, Copy.OWED);
    assertThat(owed()).as("asked for just now").isEmpty();
    clock.advance(Duration.ofMinutes(11));
    assertThat(owed())
        .containsExactly(
            new Owed(UUID.fromString(file), "whatsapp", new FileRef("at " + file, "", -1)));
    String plain = HexFormat.of().formatHex(file.getBytes(StandardCharsets.UTF_8));
    assertThat(test.texts("select handle::text from platform_copies"))
        .allSatisfy(told -> assertThat(told).doesNotContain(plain));

    assertThat(asked(Map.of())).isZero();
    assertThat(owed()).hasSize(1);
    assertThat(asked(Map.of("at " + file, Copy.GONE))).isOne();
    noted(ME, file, Copy.OWED);
    assertThat(owed()).as("a fetch that came twice").isEmpty();
    assertThat(test.texts("select state from platform_copies")).containsExactly("GONE");
  }

  @Test
  void aMessengerThatFailsIsAskedAgainAndHoldsUpNoOther() {
    noted(ME, kept(ME, "1"), Copy.OWED);
    String deleted = kept(ME, "2");
    noted(ME, deleted, Copy.OWED);
    String refused = kept(ELSEWHERE, "3");
    noted(ELSEWHERE, refused, Copy.OWED);
    clock.advance(Duration.ofMinutes(11));

    assertThat(asked(Map.of("at " + deleted, Copy.GONE, "at " + refused, Copy.REFUSED)))
        .isEqualTo(2);
    assertThat(test.texts("select state from platform_copies order by state"))
        .containsExactly("GONE", "OWED", "REFUSED");
    assertThat(owed()).singleElement().extracting(Owed::channel).isEqualTo("whatsapp");
  }

  @Test
  void theProofTellsWhichWereDeletedAndWhatIsStillOwedIsAskedForAfterIt() {
    noted(ME, kept(ME, "1"), Copy.GONE);
    noted(ME, kept(ME, "2"), Copy.GONE);
    String late = kept(ME, "3");
    noted(ME, late, Copy.OWED);
    noted(ELSEWHERE, kept(ELSEWHERE, "4"), Copy.STAYS);

    Code proof = erased(ME);

    assertThat(test.count("select count(*) from files")).isOne();
    assertThat(told(proof))
        .containsExactly(new Told("whatsapp", Copy.GONE, 2), new Told("whatsapp", Copy.OWED, 1));
    clock.advance(Duration.ofHours(1));
    assertThat(owed())
        .containsExactly(
            new Owed(UUID.fromString(late), "whatsapp", new FileRef("at " + late, "", -1)));

    clock.advance(Duration.ofDays(8));
    assertThat(owed()).isEmpty();
    assertThat(told(proof))
        .containsExactly(new Told("whatsapp", Copy.GONE, 2), new Told("whatsapp", Copy.REFUSED, 1));
    assertThat(told(erased(ELSEWHERE))).containsExactly(new Told("telegram", Copy.STAYS, 1));
  }

  @Test
  void whatWasSentInTheWebChatHasNoOtherCopy() {
    noted(HERE, kept(HERE, "1"), Copy.GONE);
    assertThat(told(erased(HERE))).isEmpty();
  }

  @Test
  void nobodyNeedsToKnowOfTheCopyOfAFileThatWentOtherwise() {
    noted(ME, kept(ME, "1"), Copy.GONE);
    test.count("with gone as (delete from files returning 1) select count(*) from gone");
    assertThat(owed()).isEmpty();
    assertThat(test.count("select count(*) from platform_copies")).isZero();
  }

  private String kept(ConversationId whose, String id) {
    var png = Buffer.buffer(new byte[] {1, 2, 3});
    Instant until = clock.instant().plus(Duration.ofDays(99));
    return TestDatabase.await(files.keepMade(whose, id, "image/png", png, until)).fileId();
  }

  private void noted(ConversationId whose, String file, Copy copy) {
    TestDatabase.await(files.copied(whose, file, new FileRef("at " + file, "image/png", 3), copy));
  }

  /// Asks messengers, of which those not named here fail.
  private int asked(Map<String, Copy> answers) {
    return TestDatabase.await(
        copies.askAgain(
            (channel, file) ->
                answers.containsKey(file.handle())
                    ? Future.succeededFuture(answers.get(file.handle()))
                    : Future.failedFuture("away")));
  }

  private List<Owed> owed() {
    return TestDatabase.await(copies.owed());
  }

  private Code erased(ConversationId whose) {
    var asked = new Effect.EraseMyData(null, new Retention(30, 10, 20));
    Answer answer =
        TestDatabase.await(test.records(clock).ask(whose, EffectId.of(whose, 9, 0), asked));
    return ((Answer.Erased) answer).proof();
  }

  private List<Told> told(Code proof) {
    var verify = new Verify(test.database(), TestDatabase.KEY);
    return ((Verify.Result.Erased) TestDatabase.await(verify.code(proof.text()))).copies();
  }
}
