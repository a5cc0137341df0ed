package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.officers.Conversations;
import id.kentongan.integrations.postgres.officers.Hearing;
import id.kentongan.integrations.postgres.officers.Inbox;
import id.kentongan.integrations.postgres.officers.Takeovers;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/console/percakapan/:talk`: a conversation as the person saw it, live; the officer takes it
/// over, answers, writes notes, and gives it back.
final class TalkPage implements Page {
  /// What stands in the journal for a tap, by the id of the choice, and for what is no words.
  private static final Pattern SIGN =
      Pattern.compile("\\[(?<tapped>[A-Za-z0-9._-]{1,40})\\]|\\(Sent(?<sent>[A-Za-z]+)\\)");

  private static final String PATH = "/percakapan/:talk";
  private static final int TURNS = 100;
  private static final int SEARCHED = 2000;
  private static final int MATTERS = 5;

  private final Conversations talks;
  private final Takeovers takeovers;
  private final Inbox inbox;
  private final Colleagues colleagues;
  private final Hearing hearing;
  private final Letters letters;
  private final boolean template;
  private final Pulse pulse;
  private final Supplier<Content> content;
  private final InstantSource clock;

  /// Where conversations are read and taken over.
  record Rooms(
      Conversations talks,
      Takeovers takeovers,
      Inbox inbox,
      Colleagues colleagues,
      Hearing hearing,
      Letters letters,
      boolean template) {}

  TalkPage(Rooms rooms, Pulse pulse, Supplier<Content> content, InstantSource clock) {
    this.talks = rooms.talks();
    this.takeovers = rooms.takeovers();
    this.inbox = rooms.inbox();
    this.colleagues = rooms.colleagues();
    this.hearing = rooms.hearing();
    this.letters = rooms.letters();
    this.template = rooms.template();
    this.pulse = pulse;
    this.content = content;
    this.clock = clock;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.TALK, this::show),
        Address.search(PATH, Permission.TALK),
        Address.get(PATH + "/denyut", Permission.TALK, this::watch),
        Address.post(PATH + "/ambil", Permission.TALK, this::takeOver),
        Address.post(PATH + "/balas", Permission.TALK, this::say),
        Address.post(PATH + "/ulang", Permission.TALK, this::again),
        Address.post(PATH + "/catatan", Permission.TALK, this::note),
        Address.post(PATH + "/serahkan", Permission.TALK, this::handOn),
        Address.post(PATH + "/kembali", Permission.TALK, this::giveBack));
  }

  private Future<Reply> show(Visit visit) {
    return show(visit, 200, "");
  }

  /// With what was written and not sent, and why: a key of `fault` in the template.
  Future<Reply> show(Visit visit, int status, String fault) {
    String sought = visit.field("cari");
    // why: a page that is open asks again for each new line, and looked at it once.
    String look = visit.part() ? "look on" : sought.isEmpty() ? "look" : "search within";
    int most = sought.isEmpty() ? TURNS : SEARCHED;
    long talk = visit.number("talk");
    return mark(talk)
        .compose(
            mark ->
                talks
                    .open(visit.name(), talk, clock.instant().plusSeconds(60), most, look)
                    .compose(
                        opened ->
                            opened
                                .map(found -> shown(visit, found, status, model(mark, fault)))
                                .orElseGet(() -> Future.succeededFuture(Reply.missing()))));
  }

  private static Map<String, Object> model(String mark, String fault) {
    var model = new HashMap<String, Object>();
    model.put("mark", mark);
    model.put("fault", fault);
    return model;
  }

  private Future<Reply> shown(
      Visit visit, Conversations.Opened opened, int status, Map<String, Object> model) {
    String sought = visit.field("cari");
    model.put("talk", opened);
    model.put("sent", visit.query("berkas"));
    model.put("sought", sought);
    model.put("mine", visit.name().equals(opened.holder()));
    model.put("held", opened.holder() != null);
    model.put("force", visit.officer().role() == Role.SUPERVISOR);
    model.put("typed", status == 200 ? "" : visit.field("words"));
    model.put("canned", content.get().words().under(Language.INDONESIAN, "console.canned."));
    model.put("notes", opened.officers().stream().filter(line -> line.note()).toList());
    model.put("state", TalkLine.state(opened));
    return Future.all(
            colleagues.all(),
            window(opened.talk()),
            letters.of(opened.talk()),
            inbox.matters(opened.talk(), MATTERS))
        .map(
            all -> {
              List<Officers.Account> officers = all.resultAt(0);
              model.put(
                  "away", officers.stream().noneMatch(one -> holds(opened, one) && there(one)));
              model.put("colleagues", there(visit, officers));
              model.put("matters", all.<List<Inbox.Matter>>resultAt(3));
              model.put("window", all.<Optional<ReplyWindow>>resultAt(1).orElseThrow());
              Optional<List<DeadLetter>> lost = all.resultAt(2);
              var said = Undelivered.given(TalkLine.of(opened, this::seen), opened.officers());
              var lines = Undelivered.unsure(Undelivered.mark(said, lost.orElse(List.of())));
              model.put("lines", sought.isEmpty() ? lines : TalkLine.holding(lines, sought));
              model.put("gone", TalkLine.gone(lines));
              model.put("unknown", lost.isEmpty());
              return new Reply.Shown(status, visit.part() ? "talk-part" : "talk", model);
            });
  }

  private static boolean holds(Conversations.Opened opened, Officers.Account officer) {
    return officer.name().equals(opened.holder());
  }

  private boolean there(Officers.Account officer) {
    return !colleagues.away(officer);
  }

  /// To whom a conversation may be handed on.
  private List<Officers.Account> there(Visit visit, List<Officers.Account> officers) {
    return officers.stream()
        .filter(one -> !one.name().equals(visit.name()) && !colleagues.away(one))
        .toList();
  }

  private Future<Optional<ReplyWindow>> window(long talk) {
    return hearing
        .talk(talk)
        .map(found -> found.map(heard -> ReplyWindow.of(heard, template, clock.instant())));
  }

  /// What stood on a button that was tapped, or what it was that was sent; other words as they are.
  private String seen(String said) {
    Words words = content.get().words();
    Matcher sign = SIGN.matcher(said);
    if (!sign.matches()) {
      return said;
    }
    String key =
        sign.group("tapped") == null
            ? "console.sent." + sign.group("sent").toLowerCase(Locale.ROOT)
            : "choice." + sign.group("tapped");
    return words.has(key) ? words.say(Language.INDONESIAN, key) : said;
  }

  private Future<Reply> watch(Visit visit) {
    long talk = visit.number("talk");
    return pulse.stream(visit, "talk/" + talk, () -> mark(talk));
  }

  /// What changes when something is said, or is known not to have arrived.
  private Future<String> mark(long talk) {
    return inbox.mark(talk).compose(said -> letters.mark(talk).map(lost -> said + '/' + lost));
  }

  private Future<Reply> again(Visit visit) {
    long talk = visit.number("talk");
    return letters
        .again(visit.name(), talk, visit.field("letter"))
        .map(done -> new Reply.See("/console/percakapan/" + talk));
  }

  private Future<Reply> takeOver(Visit visit) {
    return told(visit, takeovers.takeOver(visit.name(), visit.number("talk")));
  }

  /// What would not arrive is not sent, and stands in its place still.
  private Future<Reply> say(Visit visit) {
    String text = visit.field("words");
    long talk = visit.number("talk");
    return window(talk)
        .compose(
            window -> {
              String fault = window.map(open -> open.fault(text)).orElse("");
              return fault.isEmpty()
                  ? told(visit, takeovers.say(visit.name(), talk, text))
                  : show(visit, 400, fault);
            });
  }

  private Future<Reply> note(Visit visit) {
    String text = visit.field("words");
    return text.isEmpty()
        ? show(visit, 400, "empty")
        : told(visit, takeovers.note(visit.name(), visit.number("talk"), text));
  }

  private Future<Reply> handOn(Visit visit) {
    long talk = visit.number("talk");
    return colleagues
        .all()
        .compose(
            officers ->
                there(visit, officers).stream()
                        .anyMatch(one -> one.name().equals(visit.field("to")))
                    ? takeovers.handOn(visit.name(), talk, visit.field("to"))
                    : Future.succeededFuture(Takeovers.Result.MISSING))
        .compose(
            result ->
                result == Takeovers.Result.MISSING
                    ? show(visit, 409, "nobody")
                    : told(visit, Future.succeededFuture(result)));
  }

  private Future<Reply> giveBack(Visit visit) {
    boolean any = visit.officer().role() == Role.SUPERVISOR;
    return told(visit, takeovers.giveBack(visit.name(), visit.number("talk"), any));
  }

  private Future<Reply> told(Visit visit, Future<Takeovers.Result> done) {
    return done.compose(
        result ->
            switch (result) {
              case DONE ->
                  Future.succeededFuture(
                      new Reply.See("/console/percakapan/" + visit.number("talk")));
              case NOT_YOURS -> show(visit, 409, "taken");
              case MISSING -> Future.succeededFuture(Reply.missing());
            });
  }
}
