package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.postgres.broadcasts.Audience;
import id.kentongan.integrations.postgres.broadcasts.Audience.Membership;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Broadcast;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Count;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Draft;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `/console/siaran`: what many are told at once. One officer writes it and sees how many it is for
/// and how each channel shows it; another sets it going; anyone of them pauses or stops it.
final class BroadcastPage implements Page {
  private static final String PATH = "/siaran";
  private static final String ONE = PATH + "/:id";
  private static final int LATEST = 50;
  private static final int PEOPLE = 200;
  private static final int LONGEST = 900;
  private static final int FASTEST = 600;
  private static final List<String> CHANNELS = List.of("whatsapp", "telegram", "web");
  private static final List<Language> LANGUAGES =
      List.of(
          Language.INDONESIAN,
          Language.JAVANESE,
          Language.BANJAR,
          Language.MADURESE,
          Language.PALEMBANG);

  private final Broadcasts broadcasts;
  private final Supplier<Content> content;
  private final boolean template;
  private final InstantSource clock;

  /// `template`: whether there is one for WhatsApp after 24 hours.
  BroadcastPage(
      Broadcasts broadcasts, Supplier<Content> content, boolean template, InstantSource clock) {
    this.broadcasts = broadcasts;
    this.content = content;
    this.template = template;
    this.clock = clock;
  }

  @Override
  public List<Address> addresses() {
    var needed = Permission.BROADCAST;
    return List.of(
        Address.get(PATH, needed, visit -> list(visit, "")),
        Address.post(PATH, needed, this::write),
        Address.get(ONE, needed, this::show),
        Address.post(ONE + "/mulai", needed, v -> told(v, broadcasts.start(v.name(), id(v)))),
        Address.post(ONE + "/jeda", needed, v -> told(v, broadcasts.pause(v.name(), id(v)))),
        Address.post(ONE + "/lanjut", needed, v -> told(v, broadcasts.resume(v.name(), id(v)))),
        Address.post(ONE + "/henti", needed, v -> told(v, broadcasts.stop(v.name(), id(v)))));
  }

  private static long id(Visit visit) {
    return visit.number("id");
  }

  private Future<Reply> list(Visit visit, String fault) {
    return broadcasts
        .all(LATEST)
        .map(
            all -> {
              var model = new HashMap<String, Object>();
              model.put("broadcasts", all);
              model.put("fault", fault);
              model.put("memberships", Membership.values());
              model.put("channels", CHANNELS);
              model.put("languages", LANGUAGES);
              model.put("form", form(visit));
              model.put("hours", content.get().rules().reminders());
              return new Reply.Shown(fault.isEmpty() ? 200 : 400, "broadcasts", model);
            });
  }

  /// What was typed, to go on with.
  private static Map<String, String> form(Visit visit) {
    var form = new HashMap<String, String>();
    Stream.of("title", "text", "village", "membership", "occupation", "language", "channel", "pace")
        .forEach(field -> form.put(field, visit.field(field)));
    return form;
  }

  private Future<Reply> write(Visit visit) {
    String fault = fault(visit);
    return fault.isEmpty()
        ? broadcasts
            .draft(visit.name(), draft(visit))
            .map(id -> new Reply.See("/console" + PATH + '/' + id))
        : list(visit, fault);
  }

  private static String fault(Visit visit) {
    String text = visit.field("text");
    if (!visit.field("title").matches("[^\n\t]{3,100}")) {
      return "title";
    }
    if (text.length() < 10 || text.length() > LONGEST) {
      return "text";
    }
    if (!visit.field("village").matches("|[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?")) {
      return "village";
    }
    boolean known =
        Stream.of(Membership.values()).anyMatch(m -> m.name().equals(visit.field("membership")))
            && Stream.concat(Stream.of(""), CHANNELS.stream())
                .anyMatch(visit.field("channel")::equals)
            && visit.field("occupation").length() <= 60
            && visit.field("language").matches("|[a-z]{2,3}");
    return known && pace(visit).isPresent() ? "" : "pace";
  }

  private static Optional<Integer> pace(Visit visit) {
    return Optional.of(visit.field("pace"))
        .filter(told -> told.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(told -> told > 0 && told <= FASTEST);
  }

  private static Draft draft(Visit visit) {
    var audience =
        new Audience(
            visit.field("village"),
            Membership.valueOf(visit.field("membership")),
            visit.field("occupation"),
            visit.field("language"),
            visit.field("channel"));
    return new Draft(
        visit.field("title"), visit.field("text"), audience, pace(visit).orElseThrow());
  }

  private Future<Reply> show(Visit visit) {
    return broadcasts
        .find(id(visit))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.missing())
                    : shown(visit, found.get()));
  }

  private Future<Reply> shown(Visit visit, Broadcast one) {
    boolean draft = one.state() == Broadcasts.State.DRAFT;
    Future<List<Count>> counts =
        draft ? broadcasts.count(one.draft().audience()) : Future.succeededFuture(List.<Count>of());
    boolean names = Permission.TALK.of(visit.officer().role());
    String state = visit.query("keadaan");
    // why: a page that is open asks again for the numbers alone.
    Future<List<Broadcasts.Told>> people =
        draft || !names || visit.part()
            ? Future.succeededFuture(List.of())
            : broadcasts.people(visit.name(), one.id(), state, PEOPLE);
    return Future.all(counts, broadcasts.tallies(one.id()), people)
        .map(
            all -> {
              var model = new HashMap<String, @Nullable Object>();
              model.put("one", one);
              model.put("counts", all.<List<Count>>resultAt(0));
              model.put("willing", willing(all.resultAt(0)));
              model.put("tallies", all.<List<Broadcasts.Tally>>resultAt(1));
              model.put("people", all.<List<Broadcasts.Told>>resultAt(2));
              model.put("shown", ContentPreview.shown(bubble(one.draft().text())));
              model.put("names", names);
              model.put("template", template);
              model.put("opens", opens().orElse(null));
              model.put("own", one.who().author().equals(visit.name()));
              model.put("state", state);
              model.put("told", visit.query("hasil"));
              return Reply.shown("broadcast", model);
            });
  }

  /// As people get it: with the button that ends such news.
  private Bubble bubble(String text) {
    String stop = content.get().words().say(Language.INDONESIAN, "choice.do.news.off");
    return Bubble.of(text, List.of(new Choice("do.news.off", stop)));
  }

  /// When it goes on, where nobody is told anything now.
  private Optional<Instant> opens() {
    Instant now = clock.instant();
    Rules rules = content.get().rules();
    return Optional.of(rules.reminders().opens(now.atZone(rules.zone())).toInstant())
        .filter(now::isBefore);
  }

  private static int willing(List<Count> counts) {
    return counts.stream().mapToInt(Count::willing).sum();
  }

  private static Future<Reply> told(Visit visit, Future<Broadcasts.Result> result) {
    return result.map(
        came -> new Reply.See("/console%s/%d?hasil=%s".formatted(PATH, id(visit), came.name())));
  }
}
