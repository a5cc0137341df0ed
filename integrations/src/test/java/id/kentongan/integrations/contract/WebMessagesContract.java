package id.kentongan.integrations.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.WebMessages;
import id.kentongan.integrations.WebMessages.Line;
import id.kentongan.integrations.WebMessages.Numbered;
import id.kentongan.integrations.WebMessages.Wake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every [WebMessages] keeps to.
public abstract class WebMessagesContract {
  private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

  private final ConversationId slamet = someone();

  protected abstract WebMessages messages();

  @Test
  void keepsLinesInOrderWithRisingNumbers() {
    assertThat(add(slamet, "a", "satu")).isEqualTo(1);
    assertThat(add(slamet, "b", "dua")).isEqualTo(2);
    assertThat(add(slamet, "c", "tiga")).isEqualTo(3);
    assertThat(texts(since(0, 10))).containsExactly("satu", "dua", "tiga");
    assertThat(texts(since(1, 1))).containsExactly("dua");
    assertThat(texts(since(3, 10))).isEmpty();
    assertThat(texts(messages().latest(slamet, 2).await())).containsExactly("dua", "tiga");
  }

  @Test
  void addsAnIdOnce() {
    long first = add(slamet, "a", "satu");
    add(slamet, "b", "dua");
    assertThat(add(slamet, "a", "satu lagi")).isEqualTo(first);
    assertThat(texts(since(0, 10))).containsExactly("satu", "dua");
  }

  @Test
  void keepsAllOfALine() {
    var bubble =
        new Bubble(
            "Pilih \"satu\"\nya\u0000 😊",
            List.of(new Choice("ya", "Ya"), new Choice("tidak", "Tidak")),
            new Bubble.Attachment("file/1", "application/pdf", "klaim.pdf"));
    messages().append(slamet, "x", new Line(true, AT, bubble)).await();
    assertThat(since(0, 1)).containsExactly(new Numbered(1, "x", new Line(true, AT, bubble)));
  }

  @Test
  void keepsConversationsApart() {
    var rina = someone();
    add(slamet, "a", "rahasia");
    assertThat(messages().latest(rina, 10).await()).isEmpty();
    assertThat(add(rina, "a", "milik Rina")).isEqualTo(1);
    assertThat(texts(since(0, 10))).containsExactly("rahasia");
  }

  @Test
  void wakesOnlyWhoListensToTheConversation() {
    Queue<Wake> heard = new ConcurrentLinkedQueue<>();
    Queue<Wake> other = new ConcurrentLinkedQueue<>();
    var mine = messages().listen(slamet, heard::add);
    var theirs = messages().listen(someone(), other::add);
    add(slamet, "a", "satu");
    await().untilAsserted(() -> assertThat(heard).contains(Wake.NEW));
    messages().typing(slamet).await();
    await().untilAsserted(() -> assertThat(heard).contains(Wake.TYPING));
    assertThat(other).isEmpty();
    mine.close();
    theirs.close();
  }

  @Test
  void leavesInPeaceWhoNoLongerListens() {
    Queue<Wake> heard = new ConcurrentLinkedQueue<>();
    Queue<Wake> still = new ConcurrentLinkedQueue<>();
    messages().listen(slamet, heard::add).close();
    var open = messages().listen(slamet, still::add);
    add(slamet, "b", "dua");
    await().untilAsserted(() -> assertThat(still).contains(Wake.NEW));
    assertThat(heard).isEmpty();
    open.close();
  }

  @Test
  void numbersOfWritersAtOnceHaveNoGapAndNoDouble() {
    List<Long> numbers = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        String id = "id-" + i / 2;
        pool.execute(() -> add(slamet, id, id));
      }
    }
    since(0, 100).forEach(n -> numbers.add(n.seq()));
    assertThat(numbers).containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
  }

  public static ConversationId someone() {
    return new ConversationId("web", UUID.randomUUID().toString().replace("-", ""));
  }

  private long add(ConversationId who, String id, String text) {
    return messages().append(who, id, new Line(false, AT, Bubble.of(text))).await();
  }

  private List<Numbered> since(long seq, int most) {
    return messages().since(slamet, seq, most).await();
  }

  private static List<String> texts(List<Numbered> lines) {
    return lines.stream().map(n -> n.line().bubble().text()).toList();
  }
}
