package id.kentongan.bot.village;

import id.kentongan.bot.made.DrawingRoom;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.DrawnAs;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.Villages;
import id.kentongan.integrations.Villages.Village;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;

/// Answers what is about areas, draws what is to be drawn, and leaves the rest to the records.
public final class VillageRecords implements Records {
  /// How long a drawing can be fetched; it can be asked for again at any time.
  private static final Duration KEPT = Duration.ofDays(7);

  private static final int CHOICES = 8;
  private static final int VILLAGE = 13;

  private final Records records;
  private final Villages villages;
  private final DrawingRoom room;
  private final Supplier<Content> content;
  private final String publicUrl;

  /// `publicUrl`: where the world checks codes; empty where it cannot.
  public VillageRecords(
      Records records,
      Villages villages,
      DrawingRoom room,
      Supplier<Content> content,
      String publicUrl) {
    this.records = records;
    this.villages = villages;
    this.room = room;
    this.content = content;
    this.publicUrl = publicUrl;
  }

  @Override
  public Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask) {
    if (!(ask instanceof Effect.VillageAsk area)) {
      return records.ask(who, id, ask);
    }
    return switch (area) {
      case Effect.ReadCoverage(String name, int level) -> read(name, level);
      case Effect.DrawCoverage(String code, DrawnAs form) -> draw(who, id, code, form);
      case Effect.DrawCertificate(String village) -> certificate(who, id, village);
      case Effect.DrawBudget(var budget, var form) ->
          room.draw(who, id, KEPT, () -> new BudgetDrawing(content.get()).draw(budget, form));
    };
  }

  @Override
  public Future<Void> tell(ConversationId who, EffectId id, Effect effect) {
    return records.tell(who, id, effect);
  }

  private Future<Answer> read(String name, int level) {
    return Region.codeOf(name)
        .map(this::coverage)
        .orElseGet(
            () ->
                villages
                    .find(name, level, CHOICES)
                    .compose(
                        found ->
                            found.isEmpty() && level > 0
                                ? villages.find(name, 0, CHOICES)
                                : Future.succeededFuture(found))
                    .compose(this::found));
  }

  private Future<Answer> found(List<AreaCoverage.Area> areas) {
    return areas.size() == 1
        ? coverage(areas.getFirst().code())
        : Future.succeededFuture(
            areas.isEmpty() ? new Answer.AreaUnknown() : new Answer.AreaUnclear(areas));
  }

  private Future<Answer> coverage(String code) {
    return villages
        .coverage(code, month())
        .map(
            found ->
                found.<Answer>map(Answer.CoverageRead::new).orElseGet(Answer.AreaUnknown::new));
  }

  private Future<Answer> draw(ConversationId who, EffectId id, String code, DrawnAs form) {
    return villages
        .coverage(code, month())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(new Answer.AreaUnknown())
                    : below(code, form)
                        .compose(
                            all ->
                                room.draw(
                                    who,
                                    id,
                                    KEPT,
                                    () -> coverages().draw(found.get(), all, form))));
  }

  private Future<Answer> certificate(ConversationId who, EffectId id, String village) {
    return villages
        .certificate(village)
        .compose(
            found ->
                found
                    .map(one -> room.draw(who, id, KEPT, () -> certificates().drawn(one)))
                    .orElseGet(() -> Future.succeededFuture(new Answer.NoCertificate())));
  }

  /// A table of a larger area lists all of its villages.
  private Future<List<Village>> below(String code, DrawnAs form) {
    return form == DrawnAs.SHEET && code.length() < VILLAGE
        ? villages.villages(code, month())
        : Future.succeededFuture(List.of());
  }

  private CoverageDrawing coverages() {
    return new CoverageDrawing(content.get().words());
  }

  private CertificatePage certificates() {
    return new CertificatePage(content.get().words(), content.get().rules().zone(), publicUrl);
  }

  private YearMonth month() {
    return YearMonth.from(room.clock().instant().atZone(content.get().rules().zone()));
  }
}
