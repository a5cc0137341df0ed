package id.kentongan.integrations.postgres.learning;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.learning.ContentVersions.Result;
import id.kentongan.integrations.postgres.learning.ContentVersions.State;
import id.kentongan.integrations.postgres.learning.ContentVersions.Version;
import io.vertx.core.Future;
import java.util.ArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContentVersionsTest {
  private static final String PATH = "answers/ask.fraud.yaml";

  private static final String WAITING_FOR_A_LOCK =
      """
      select count(*) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
      """;

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final ContentVersions versions = new ContentVersions(test.database(), clock);

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void anotherPublishesAndTheLatestPublishedCounts() {
    assertThat(await(versions.place())).isZero();
    long one = await(versions.draft("sari", PATH, "one", "ab"));
    assertThat(await(versions.published())).isEmpty();
    assertThat(await(versions.publish("sari", one))).isEqualTo(Result.OWN);
    assertThat(await(versions.publish("ayu", one))).isEqualTo(Result.DONE);
    assertThat(await(versions.publish("ayu", one))).isEqualTo(Result.GONE);
    long first = await(versions.place());
    long two = await(versions.draft("ayu", PATH, "two", "ab"));
    assertThat(await(versions.drafts())).extracting(Version::id).containsExactly(two);
    assertThat(await(versions.publish("sari", two))).isEqualTo(Result.DONE);
    assertThat(await(versions.place())).isGreaterThan(first);
    assertThat(said()).isEqualTo("two");

    assertThat(await(versions.restore("sari", one))).isEqualTo(Result.DONE);
    assertThat(said()).isEqualTo("one");
    assertThat(await(versions.of(PATH))).hasSize(3);
    assertThat(test.texts("select act from audit order by place"))
        .containsExactly("draft", "publish", "draft", "publish", "roll back");
  }

  @Test
  void whatWasDroppedIsNeverSaid() {
    long one = await(versions.draft("sari", PATH, "one", "ab"));
    assertThat(await(versions.drop("sari", one))).isEqualTo(Result.DONE);
    assertThat(await(versions.drop("sari", one))).isEqualTo(Result.GONE);
    assertThat(await(versions.publish("ayu", one))).isEqualTo(Result.GONE);
    assertThat(await(versions.restore("ayu", one))).isEqualTo(Result.GONE);
    assertThat(await(versions.version(one)).orElseThrow().state()).isEqualTo(State.DROPPED);
    assertThat(await(versions.published())).isEmpty();
  }

  @Test
  void oneDraftIsSettledOnceHoweverManyReachForItAtOnce() {
    long one = await(versions.draft("sari", PATH, "one", "ab"));
    var both = new ArrayList<Future<Result>>();
    // why a lock: both have begun before either may write.
    await(
        test.database()
            .transact(
                handle -> {
                  handle.execute("select id from content_versions for update");
                  both.add(versions.publish("ayu", one));
                  both.add(versions.drop("rini", one));
                  Awaitility.await().until(() -> test.count(WAITING_FOR_A_LOCK) == both.size());
                  return both;
                }));
    assertThat(both.stream().map(TestDatabase::await).toList())
        .containsExactlyInAnyOrder(Result.DONE, Result.GONE);
    assertThat(test.count("select count(*) from audit where act in ('publish', 'drop')")).isOne();
  }

  private String said() {
    Version version = await(versions.published()).get(PATH);
    return version == null ? "" : version.text();
  }
}
