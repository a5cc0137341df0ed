package id.kentongan.bot.roll;

import id.kentongan.bot.made.DrawingRoom;
import id.kentongan.bot.made.Drawn;
import id.kentongan.dialogs.roll.PastedRoll;
import id.kentongan.dialogs.roll.RollField;
import id.kentongan.dialogs.roll.RollLine;
import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.documents.RollFile;
import id.kentongan.integrations.documents.Sheet;
import id.kentongan.integrations.documents.Xlsx;
import id.kentongan.integrations.postgres.batches.Batches;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes the lists that agents send, and leaves the rest to the records. A file is read from its
/// platform and never kept: what its rows say is.
public final class RollRecords implements Records {
  /// How long a table can be fetched; it can be asked for again at any time.
  private static final Duration KEPT = Duration.ofDays(7);

  private final Vertx vertx;
  private final Records records;
  private final Batches batches;
  private final DrawingRoom room;
  private final RollReading reading;
  private final RollSheets sheets;
  private final Fetch fetch;

  /// What a list is read by, and how its tables are drawn.
  public record Paper(RollReading reading, RollSheets sheets) {}

  /// The bytes of a file at a conversation's platform; a refusal where they cannot be had.
  public interface Fetch {
    Future<Fetched> fetch(ConversationId who, FileRef file);
  }

  /// What was fetched: `bytes`, or why not, as a key of the words under `batch.refused`. `then` is
  /// to be done once the rows are kept.
  public record Fetched(@Nullable Buffer bytes, String why, Runnable then) {}

  public RollRecords(
      Vertx vertx, Records records, Batches batches, DrawingRoom room, Paper paper, Fetch fetch) {
    this.vertx = vertx;
    this.records = records;
    this.batches = batches;
    this.room = room;
    this.reading = paper.reading();
    this.sheets = paper.sheets();
    this.fetch = fetch;
  }

  @Override
  public Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask) {
    if (!(ask instanceof Effect.BatchAsk batch)) {
      return records.ask(who, id, ask);
    }
    return switch (batch) {
      case Effect.TakeRows(String text) -> pasted(who, id, text);
      case Effect.TakeTable(FileRef file) -> table(who, id, file);
      case Effect.ReadBatch() -> batches.read(who);
      case Effect.ConfirmBatch terms -> batches.confirm(who, terms);
      case Effect.RunBatch(String number) -> batches.run(who, number);
      case Effect.MendRow(String number, BatchStand.Faulty row) -> mend(who, number, row);
      case Effect.SkipRow(String number, BatchStand.Spot spot) -> batches.skip(who, number, spot);
      case Effect.DrawBatch(String number) -> result(who, id, number);
      case Effect.DrawTemplate() -> drawn(who, id, sheets.templateName(), () -> sheets.template());
    };
  }

  @Override
  public Future<Void> tell(ConversationId who, EffectId id, Effect effect) {
    return effect instanceof Effect.DropBatch ? batches.drop(who) : records.tell(who, id, effect);
  }

  private Future<Answer> pasted(ConversationId who, EffectId id, String text) {
    byte[] content = text.strip().replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8);
    return rows(
        who,
        id,
        content,
        () -> new RollFile.Found.Lines(PastedRoll.lines(text, reading.parsers())));
  }

  private Future<Answer> table(ConversationId who, EffectId id, FileRef file) {
    return batches
        .agent(who)
        .compose(
            agent ->
                agent.isEmpty()
                    ? Future.succeededFuture(new Answer.Refused("not-agent"))
                    : fetch
                        .fetch(who, file)
                        .compose(
                            fetched -> {
                              Buffer bytes = fetched.bytes();
                              return bytes == null
                                  ? Future.succeededFuture(
                                      new Answer.BatchRefused(fetched.why(), ""))
                                  : rows(
                                          who,
                                          id,
                                          bytes.getBytes(),
                                          () -> RollFile.read(bytes.getBytes(), reading.parsers()))
                                      .onSuccess(kept -> fetched.then().run());
                            }));
  }

  private Future<Answer> rows(
      ConversationId who, EffectId id, byte[] content, Supplier<RollFile.Found> found) {
    return batches
        .agent(who)
        .compose(
            agent ->
                agent.isEmpty()
                    ? Future.succeededFuture(new Answer.Refused("not-agent"))
                    : vertx
                        .executeBlocking(() -> read(agent.get(), found.get()), false)
                        .compose(
                            read ->
                                switch (read) {
                                  case Read.Rows(List<RollRow> rows) ->
                                      batches.take(who, id, content, rows);
                                  case Read.Refused(String why, String where) ->
                                      Future.succeededFuture(new Answer.BatchRefused(why, where));
                                }));
  }

  /// What a message or file comes to.
  private sealed interface Read {
    record Rows(List<RollRow> rows) implements Read {}

    record Refused(String why, String where) implements Read {}
  }

  private Read read(Batches.Agent agent, RollFile.Found found) {
    return switch (found) {
      case RollFile.Found.Refused(RollFile.Why why, String where) ->
          new Read.Refused(why.name().toLowerCase(Locale.ROOT).replace('_', '-'), where);
      case RollFile.Found.Lines(List<RollLine> lines) -> {
        List<RollRow> rows = reading.read(lines, agent.village());
        boolean people = rows.isEmpty() || rows.stream().anyMatch(RollRecords::person);
        yield people ? new Read.Rows(rows) : new Read.Refused("not-a-list", "");
      }
    };
  }

  /// why: any text with commas has rows; one in which nobody has a number is no list of people
  private static boolean person(RollRow row) {
    return !(row instanceof RollRow.Bad bad) || bad.told().containsKey(RollField.NIK);
  }

  private Future<Answer> mend(ConversationId who, String number, BatchStand.Faulty row) {
    return batches
        .agent(who)
        .compose(
            agent ->
                agent.isEmpty()
                    ? Future.succeededFuture(new Answer.Refused("not-agent"))
                    : batches.mend(
                        who, number, row.spot(), reading.again(row, agent.get().village())));
  }

  private Future<Answer> result(ConversationId who, EffectId id, String number) {
    return batches
        .lines(who, number)
        .compose(
            lines ->
                lines.isEmpty()
                    ? Future.succeededFuture(new Answer.NoBatch())
                    : drawn(who, id, sheets.resultName(), () -> sheets.result(lines.get())));
  }

  private Future<Answer> drawn(
      ConversationId who, EffectId id, String name, Supplier<List<Sheet>> drawing) {
    return room.draw(
        who, id, KEPT, () -> new Drawn(name, Xlsx.TYPE, Buffer.buffer(Xlsx.bytes(drawing.get()))));
  }
}
