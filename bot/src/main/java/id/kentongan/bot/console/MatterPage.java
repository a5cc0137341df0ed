package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.postgres.matters.AccidentState;
import id.kentongan.integrations.postgres.matters.ClaimState;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.matters.Moved;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import id.kentongan.integrations.postgres.officers.Hearing;
import id.kentongan.integrations.postgres.officers.MatterFiles;
import id.kentongan.integrations.postgres.officers.OfficerActs;
import id.kentongan.integrations.postgres.officers.Queries;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One enrolment, claim or notice of an accident: its form beside its papers, and where it may go
/// from here. What is said to the person with it is a sentence of the content, the officer's own,
/// or both.
final class MatterPage implements Page {
  private static final int BULK = 200;

  private final Kind kind;
  private final MatterFiles files;
  private final OfficerActs acts;
  private final Queries queries;
  private final Hearing hearing;
  private final boolean template;
  private final InstantSource clock;
  private final DueDates dates;
  private final Supplier<Content> content;

  /// What is read and done.
  record Rooms(
      MatterFiles files,
      OfficerActs acts,
      Queries queries,
      Hearing hearing,
      boolean template,
      InstantSource clock) {}

  MatterPage(Kind kind, Rooms rooms, DueDates dates, Supplier<Content> content) {
    this.kind = kind;
    this.files = rooms.files();
    this.acts = rooms.acts();
    this.queries = rooms.queries();
    this.hearing = rooms.hearing();
    this.template = rooms.template();
    this.clock = rooms.clock();
    this.dates = dates;
    this.content = content;
  }

  @Override
  public List<Address> addresses() {
    String path = BoardPage.path(kind);
    return List.of(
        Address.post(path + "/borongan", Permission.DECIDE, this::moveMany),
        Address.get(path + "/:number", Permission.MATTERS, this::show),
        Address.post(path + "/:number/pindah", Permission.DECIDE, this::move),
        Address.post(path + "/:number/tanya", Permission.MATTERS, this::ask),
        Address.post(path + "/:number/pakai", Permission.DECIDE, this::use));
  }

  private Future<Reply> show(Visit visit) {
    String number = visit.path("number");
    return files
        .open(visit.name(), kind, number)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.missing())
                    : Future.all(queries.of(number), window(number), agent(number))
                        .map(
                            all ->
                                shown(
                                    visit,
                                    found.get(),
                                    all.resultAt(0),
                                    new Told(
                                        all.<Optional<ReplyWindow>>resultAt(1).orElse(null),
                                        all.<Optional<ReplyWindow>>resultAt(2).orElse(null)))));
  }

  /// How those hear of it now whom a move is told: the person, or the agent who enrolled them.
  private record Told(@Nullable ReplyWindow person, @Nullable ReplyWindow agent) {}

  private Future<Optional<ReplyWindow>> agent(String number) {
    return kind == Kind.ENROLMENTS
        ? hearing.agent(number).map(heard -> heard.map(this::window))
        : Future.succeededFuture(Optional.empty());
  }

  /// How the person whose matter it is hears of it now; empty when nobody chatted of it.
  private Future<Optional<ReplyWindow>> window(String number) {
    return hearing
        .matters(kind, List.of(number))
        .map(heard -> heard.values().stream().findFirst().map(this::window));
  }

  private ReplyWindow window(Hearing.Heard heard) {
    return ReplyWindow.of(heard, template, clock.instant());
  }

  private Reply shown(Visit visit, MatterFiles.Matter matter, List<Queries.Query> asked, Told who) {
    var model = new HashMap<String, @Nullable Object>();
    ReplyWindow window = who.person();
    model.put("window", window);
    model.put("agent", who.agent());
    model.put("typed", visit.field("words"));
    model.put("reason", visit.field("reason"));
    ReplyWindow told = window == null ? who.agent() : window;
    model.put("fault", told == null ? "" : fault(told, said(visit)));
    model.put("most", told == null ? 0 : told.most());
    model.put("kind", BoardPage.words(kind));
    model.put("path", "/console" + BoardPage.path(kind));
    model.put("matter", matter);
    model.put("papers", content.get().papers().byKey());
    model.put("joins", joins(matter.papers()));
    model.put("next", next(matter.standing().state()));
    model.put("reasons", words().under(Language.INDONESIAN, "console.reason."));
    model.put("questions", words().under(Language.INDONESIAN, "query.ask.").keySet());
    model.put("asked", asked.stream().collect(Collectors.toMap(Queries.Query::field, one -> one)));
    model.put("told", visit.query("hasil"));
    model.put("due", due(matter).orElse(null));
    model.put("now", clock.instant());
    return new Reply.Shown(visit.posted() ? 400 : 200, "matter", model);
  }

  private Optional<DueDates.Due> due(MatterFiles.Matter matter) {
    Instant set =
        matter.fields().stream()
            .filter(field -> Set.of("visit", "deadline").contains(field.name()))
            .filter(field -> !field.value().isEmpty())
            .findFirst()
            .map(field -> Instant.parse(field.value()))
            .orElse(null);
    return dates.of(kind, matter.standing().state(), matter.standing().since(), set);
  }

  /// Papers of several sheets: how many, by the file of the first.
  private static Map<String, Integer> joins(List<MatterFiles.Paper> papers) {
    var joins = new HashMap<String, Integer>();
    papers.stream()
        .filter(paper -> !paper.paper().isEmpty())
        .collect(Collectors.groupingBy(MatterFiles.Paper::paper))
        .values()
        .stream()
        .filter(sheets -> sheets.size() > 1)
        .forEach(sheets -> joins.put(sheets.getFirst().file(), sheets.size()));
    return joins;
  }

  private Words words() {
    return content.get().words();
  }

  private List<String> next(String state) {
    Set<? extends Enum<?>> next =
        switch (kind) {
          case ENROLMENTS -> EnrollmentState.valueOf(state).next();
          case CLAIMS -> ClaimState.valueOf(state).next();
          case ACCIDENTS -> AccidentState.valueOf(state).next();
        };
    return next.stream().map(Enum::name).toList();
  }

  private Future<Reply> ask(Visit visit) {
    String number = visit.path("number");
    String field = visit.field("field");
    if (!words().has("query.ask." + field)) {
      return Future.succeededFuture(Reply.missing());
    }
    // why: whoever has not read the question takes it for an answer when they write next.
    return window(number)
        .compose(
            window ->
                window.filter(now -> !now.reaches()).isPresent()
                    ? Future.succeededFuture(back(number, "UNHEARD"))
                    : queries
                        .ask(visit.name(), number, field)
                        .map(asked -> back(number, asked ? "ASKED" : "NO")));
  }

  private Future<Reply> use(Visit visit) {
    String number = visit.path("number");
    return queries
        .use(visit.name(), number, visit.field("field"))
        .map(used -> back(number, used == Moved.DONE ? "USED" : used.name()));
  }

  private Reply back(String number, String told) {
    return new Reply.See("/console%s/%s?hasil=%s".formatted(BoardPage.path(kind), number, told));
  }

  /// What would not arrive as it stands is not sent, and stands in its place still.
  private Future<Reply> move(Visit visit) {
    String number = visit.path("number");
    String said = said(visit);
    return window(number)
        .compose(own -> own.isPresent() ? Future.succeededFuture(own) : agent(number))
        .compose(
            window ->
                window.filter(now -> !fault(now, said).isEmpty()).isPresent()
                    ? show(visit)
                    : moved(visit, number, visit.field("state"), said)
                        .map(moved -> back(number, moved.name())));
  }

  /// why: nobody can be told anything, so nothing is too long, and the matter moves all the same.
  private static String fault(ReplyWindow window, String said) {
    return said.isEmpty() || !window.reaches() ? "" : window.fault(said);
  }

  private Future<Moved> moved(Visit visit, String number, String to, String said) {
    return switch (kind) {
      case ENROLMENTS ->
          state(EnrollmentState.values(), to)
              .map(state -> acts.moveEnrollment(visit.name(), number, state, said))
              .orElse(Future.succeededFuture(Moved.NO));
      case CLAIMS ->
          state(ClaimState.values(), to)
              .map(state -> acts.moveClaim(visit.name(), number, state, said))
              .orElse(Future.succeededFuture(Moved.NO));
      case ACCIDENTS ->
          state(AccidentState.values(), to)
              .map(state -> acts.moveAccident(visit.name(), number, state, said))
              .orElse(Future.succeededFuture(Moved.NO));
    };
  }

  private static <E extends Enum<E>> Optional<E> state(E[] states, String name) {
    return Stream.of(states).filter(state -> state.name().equals(name)).findFirst();
  }

  /// The reason that was chosen, then what the officer wrote.
  private String said(Visit visit) {
    String key = "console.reason." + visit.field("reason");
    var said = new ArrayList<String>();
    if (words().has(key)) {
      said.add(words().say(Language.INDONESIAN, key));
    }
    said.add(visit.field("words"));
    return String.join("\n", said).strip();
  }

  /// Several enrolments at once, each by itself; what decides on money is not moved so.
  private Future<Reply> moveMany(Visit visit) {
    List<String> numbers =
        visit.route().request().formAttributes().getAll("number").stream()
            .distinct()
            .limit(BULK)
            .toList();
    var done = new ArrayList<String>();
    Future<?> all = Future.succeededFuture();
    if (kind == Kind.ENROLMENTS) {
      for (String number : numbers) {
        all =
            all.compose(before -> moved(visit, number, "WAITING", ""))
                .onSuccess(
                    moved -> {
                      if (moved == Moved.DONE) {
                        done.add(number);
                      }
                    });
      }
    }
    return all.compose(moved -> hearing.matters(kind, done))
        .map(
            heard -> {
              long told = heard.values().stream().filter(one -> window(one).reaches()).count();
              return new Reply.See(
                  "/console%s?keadaan=checking&diterima=%d&sisa=%d&belum=%d"
                      .formatted(
                          BoardPage.path(kind),
                          done.size(),
                          numbers.size() - done.size(),
                          done.size() - told));
            });
  }
}
