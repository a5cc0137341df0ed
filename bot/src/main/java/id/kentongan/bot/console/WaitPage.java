package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.accounts.Absences;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.officers.Inbox;
import id.kentongan.integrations.postgres.officers.Takeovers;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `/console/tunggu`: who waits for a person, since when and why; kept up to date while it is open.
final class WaitPage implements Page {
  private static final String PATH = "/tunggu";
  private static final int MOST = 200;
  private static final int SIGNED = 50;

  private final Inbox inbox;
  private final Takeovers takeovers;
  private final Colleagues colleagues;
  private final Absences absences;
  private final Pulse pulse;
  private final InstantSource clock;

  /// Who waits, and who of us is there.
  record Rooms(Inbox inbox, Takeovers takeovers, Colleagues colleagues, Absences absences) {}

  WaitPage(Rooms rooms, Pulse pulse, InstantSource clock) {
    this.inbox = rooms.inbox();
    this.takeovers = rooms.takeovers();
    this.colleagues = rooms.colleagues();
    this.absences = rooms.absences();
    this.pulse = pulse;
    this.clock = clock;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.TALK, this::show),
        Address.get(
            PATH + "/denyut", Permission.TALK, visit -> pulse.stream(visit, PATH, inbox::mark)),
        Address.post(PATH + "/rekan/absen", Permission.ASSIGN, this::away),
        Address.post(PATH + "/:ticket/untuk", Permission.ASSIGN, this::assign));
  }

  private Future<Reply> show(Visit visit) {
    boolean own = visit.query("punya").equals("saya");
    // why first: what changes while the list is read is told afterwards
    return inbox
        .mark()
        .compose(
            mark ->
                Future.all(
                        inbox.open(own ? visit.name() : "", MOST),
                        colleagues.all(),
                        inbox.signed(SIGNED))
                    .map(
                        all -> {
                          var model = rows(visit, mark, all.resultAt(0), all.resultAt(1));
                          model.put("signed", all.<List<Inbox.Signed>>resultAt(2));
                          return Reply.shown(visit.part() ? "waiting-rows" : "waiting", model);
                        }));
  }

  private Map<String, Object> rows(
      Visit visit, String mark, List<Inbox.Ticket> tickets, List<Officers.Account> all) {
    var model = new HashMap<String, Object>();
    model.put("mark", mark);
    model.put("tickets", tickets);
    model.put("own", visit.query("punya").equals("saya"));
    model.put("now", clock.instant());
    var there = all.stream().filter(one -> !colleagues.away(one)).toList();
    model.put("colleagues", there);
    model.put("there", there.stream().map(Officers.Account::name).toList());
    model.put(
        "away",
        all.stream()
            .filter(colleagues::away)
            .collect(Collectors.toMap(Officers.Account::name, Function.identity())));
    model.put("fault", visit.query("absen"));
    model.put("told", visit.query("hasil"));
    return model;
  }

  private Future<Reply> away(Visit visit) {
    return AwayDate.set(absences, visit, visit.field("officer"))
        .map(done -> new Reply.See("/console" + PATH + (done ? "" : "?absen=salah")));
  }

  private Future<Reply> assign(Visit visit) {
    return takeovers
        .assign(visit.name(), visit.path("ticket"), visit.field("to"))
        .map(
            done ->
                switch (done) {
                  case DONE -> new Reply.See("/console" + PATH + "?hasil=DONE");
                  case NOT_YOURS, MISSING -> new Reply.See("/console" + PATH + "?hasil=NO");
                });
  }
}
