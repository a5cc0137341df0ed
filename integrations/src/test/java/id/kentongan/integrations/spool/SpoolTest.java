package id.kentongan.integrations.spool;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.TestTalks;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {
  private static final ConversationId WHO = new ConversationId("whatsapp", "+6281234567890");

  @TempDir Path folder;

  @Test
  void eventsComeBackInOrderAlsoToTheNextProcess() throws IOException {
    var events =
        List.of(
            event("m1", new Inbound.Words("Halo 😀", false)),
            event("m2", new Inbound.Ready(new Event.Tapped("yes"))),
            event(
                "m3",
                new Inbound.Ready(
                    new Event.SentFile(new FileRef("h", "image/jpeg", -1), "", "a"))));
    try (var spool = Spool.open(folder, TestTalks.MASTER)) {
      assertThat(spool.empty()).isTrue();
      events.forEach(event -> await(spool.add(event)));
      assertThat(spool.empty()).isFalse();
    }
    try (var spool = Spool.open(folder, TestTalks.MASTER)) {
      var first = spool.read(0, 2);
      assertThat(first.events()).isEqualTo(events.subList(0, 2));
      var rest = spool.read(first.next(), 10);
      assertThat(rest.events()).isEqualTo(events.subList(2, 3));
      assertThat(spool.clear(first.next())).isFalse();
      assertThat(spool.clear(rest.next())).isTrue();
      assertThat(spool.empty()).isTrue();
      await(spool.add(events.getFirst()));
      assertThat(spool.read(0, 10).events()).hasSize(1);
    }
  }

  @Test
  void twoGatewaysDoNotWriteIntoOne() throws IOException {
    try (var spool = Spool.open(folder, TestTalks.MASTER)) {
      assertThatIOException()
          .isThrownBy(() -> Spool.open(folder, TestTalks.MASTER))
          .withMessageContaining("another gateway");
      await(spool.add(event("m1", new Inbound.Words("satu", false))));
    }
  }

  @Test
  void whatComesAfterItWasClosedIsRefused() throws IOException {
    var spool = Spool.open(folder, TestTalks.MASTER);
    await(spool.add(event("m1", new Inbound.Words("satu", false))));
    spool.close();
    assertThat(spool.add(event("m2", new Inbound.Words("dua", false))).failed()).isTrue();
  }

  @Test
  void anEventThatWasCutByACrashIsLeftOut() throws IOException {
    try (var spool = Spool.open(folder, TestTalks.MASTER)) {
      await(spool.add(event("m1", new Inbound.Words("satu", false))));
      await(spool.add(event("m2", new Inbound.Words("dua", false))));
    }
    Path file = folder.resolve("events");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 5));
    try (var spool = Spool.open(folder, TestTalks.MASTER)) {
      await(spool.add(event("m3", new Inbound.Words("tiga", false))));
      assertThat(spool.read(0, 10).events()).extracting(Inbound::id).containsExactly("m1", "m3");
    }
  }

  @Test
  void manyAtOnceAreAllThereInTheOrderOfTheirAdding() throws IOException {
    try (var spool = Spool.open(folder, TestTalks.MASTER)) {
      var added =
          IntStream.range(0, 500)
              .mapToObj(i -> spool.add(event("m" + i, new Inbound.Words("n", false))))
              .toList();
      await(Future.all(added));
      assertThat(spool.read(0, 1000).events())
          .extracting(Inbound::id)
          .isEqualTo(IntStream.range(0, 500).mapToObj(i -> "m" + i).toList());
    }
  }

  @Test
  void nothingPersonalIsReadableOnTheDisk() throws IOException {
    try (var spool = Spool.open(folder, TestTalks.MASTER)) {
      await(spool.add(event("m1", new Inbound.Words("rahasia", false))));
    }
    String bytes = Files.readString(folder.resolve("events"), StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("rahasia").doesNotContain("6281234567890");
  }

  private static Inbound event(String id, Inbound.Content content) {
    return new Inbound(
        id, WHO, Instant.parse("2026-11-21T03:00:00.5Z"), content, "Budi", null, "h");
  }
}
