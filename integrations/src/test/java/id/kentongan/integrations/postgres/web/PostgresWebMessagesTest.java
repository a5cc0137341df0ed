package id.kentongan.integrations.postgres.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.integrations.WebMessages;
import id.kentongan.integrations.contract.WebMessagesContract;
import id.kentongan.integrations.postgres.TestDatabase;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresWebMessagesTest extends WebMessagesContract {
  private static TestDatabase database;
  private static PostgresWebMessages messages;

  @BeforeAll
  static void start() {
    database = TestDatabase.start();
    messages = new PostgresWebMessages(database.database(), TestDatabase.KEY);
  }

  @AfterAll
  static void stop() {
    messages.close();
    database.close();
  }

  @Override
  protected WebMessages messages() {
    return messages;
  }

  @Test
  void wakesPagesOnOtherNodes() {
    var who = someone();
    Queue<WebMessages.Wake> heard = new ConcurrentLinkedQueue<>();
    try (var other = new PostgresWebMessages(database.database(), TestDatabase.KEY)) {
      other.listen(who, heard::add);
      await()
          .untilAsserted(
              () -> {
                messages.typing(who).await();
                assertThat(heard).contains(WebMessages.Wake.TYPING);
              });
    }
  }

  @Test
  void keepsNoWordReadable() {
    var who = someone();
    var line = new WebMessages.Line(true, Instant.EPOCH, Bubble.of("rahasia sekali"));
    messages.append(who, who.key() + ":1", line).await();
    String rows =
        database
            .database()
            .transact(
                handle ->
                    handle
                        .createQuery(
                            "select name || encode(line, 'escape') from web_lines where talk ="
                                + " (select max(talk) from web_lines)")
                        .mapTo(String.class)
                        .one())
            .await();
    assertThat(rows).doesNotContain("rahasia").doesNotContain(who.sender());
    assertThat(messages.latest(who, 1).await().getFirst().id()).isEqualTo(who.key() + ":1");
  }
}
