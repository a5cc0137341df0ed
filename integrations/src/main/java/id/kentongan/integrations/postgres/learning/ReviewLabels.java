package id.kentongan.integrations.postgres.learning;

import id.kentongan.dialogs.ear.EarModel;
import id.kentongan.dialogs.ear.Labelled;
import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The queue of messages that were not understood, what officers say they mean, and the model that
/// is trained on it. All texts are redacted.
public final class ReviewLabels {
  private final Database database;
  private final InstantSource clock;

  public ReviewLabels(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A message to label: `guess` what the Ear took it for, `why` it is here (`lost`, `doubt`,
  /// `corrected`), `many` how often it came.
  public record Waiting(
      String text, String language, String guess, double confidence, String why, int many) {}

  /// What came most often, first; `left` is how many are not labelled.
  public record Queue(List<Waiting> waiting, int left, int labelled) {}

  public Future<Queue> queue(int most) {
    return database.transact(
        handle -> {
          var waiting =
              handle
                  .createQuery(
                      """
                      select r.text, max(language) language, max(intent) intent,
                        max(confidence) confidence, max(why) why, count(*) many,
                        count(*) over () total
                      from review r
                      where not exists (select 1 from review_labels l where l.text = r.text)
                      group by r.text order by many desc, r.text limit :most
                      """)
                  .bind("most", most)
                  .map(
                      (row, context) ->
                          new Counted(
                              new Waiting(
                                  row.getString("text"),
                                  row.getString("language"),
                                  row.getString("intent"),
                                  row.getDouble("confidence"),
                                  row.getString("why"),
                                  row.getInt("many")),
                              row.getInt("total")))
                  .list();
          int labelled =
              handle
                  .createQuery("select count(*) from review_labels where intent != ''")
                  .mapTo(Integer.class)
                  .one();
          return new Queue(
              waiting.stream().map(Counted::waiting).toList(),
              waiting.isEmpty() ? 0 : waiting.getFirst().total(),
              labelled);
        });
  }

  private record Counted(Waiting waiting, int total) {}

  /// Says what a message means; empty for nothing. False when no such message waits.
  public Future<Boolean> label(String officer, String text, String intent) {
    return database.transact(
        handle -> {
          int labelled =
              handle.execute(
                  """
                  insert into review_labels (text, language, intent, officer, at)
                  select text, max(language), ?, ?, ? from review where text = ? group by text
                  on conflict (text) do update
                  set intent = excluded.intent, officer = excluded.officer, at = excluded.at
                  """,
                  intent,
                  officer,
                  clock.instant(),
                  text);
          return labelled == 1;
        });
  }

  /// All lines that teach something.
  public Future<List<Labelled>> labelled() {
    return database.transact(
        handle ->
            handle
                .createQuery("select * from review_labels where intent != '' order by text")
                .map(
                    (row, context) ->
                        new Labelled(
                            row.getString("language"),
                            row.getString("intent"),
                            row.getString("text")))
                .list());
  }

  /// The messages of late, each once.
  public Future<List<String>> recent() {
    return database.transact(
        handle ->
            handle
                .createQuery("select distinct text from review order by text limit 2000")
                .mapTo(String.class)
                .list());
  }

  /// The model in use, where one was published.
  public Future<Optional<EarModel>> published() {
    return database.transact(
        handle -> PublishedModels.newerThan(handle, 0).flatMap(PublishedModels.Published::model));
  }
}
