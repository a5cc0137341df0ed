package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.Inbox;
import id.kentongan.integrations.postgres.Officers;
import id.kentongan.integrations.postgres.Takeovers;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;

/// `/console/tunggu`: who waits for a person, since when and why; kept up to date while it is open.
final class WaitPage implements Page {
  private static final String PATH = "/tunggu";
  private static final int MOST = 200;

  private final Inbox inbox;
  private final Takeovers takeovers;
  private final Officers officers;
  private final Pulse pulse;
  private final InstantSource clock;

  WaitPage(Inbox inbox, Takeovers takeovers, Officers officers, Pulse pulse, InstantSource clock) {
    this.inbox = inbox;
    this.takeovers = takeovers;
    this.officers = officers;
    this.pulse = pulse;
    this.clock = clock;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.TALK, this::show),
        Address.get(
            PATH + "/denyut", Permission.TALK, visit -> pulse.stream(visit, PATH, inbox::mark)),
        Address.post(PATH + "/:ticket/untuk", Permission.ASSIGN, this::assign));
  }

  private Future<Reply> show(Visit visit) {
    boolean own = visit.query("punya").equals("saya");
    // why first: what changes while the list is read is told afterwards
    return inbox
        .mark()
        .compose(
            mark ->
                inbox
                    .open(own ? visit.name() : "", MOST)
                    .compose(
                        tickets -> officers.all().map(all -> rows(visit, mark, tickets, all))));
  }

  private Reply rows(
      Visit visit, String mark, List<Inbox.Ticket> tickets, List<Officers.Account> all) {
    var model = new HashMap<String, Object>();
    model.put("mark", mark);
    model.put("tickets", tickets);
    model.put("own", visit.query("punya").equals("saya"));
    model.put("now", clock.instant());
    model.put("colleagues", all.stream().filter(WaitPage::talks).toList());
    return Reply.shown(visit.part() ? "waiting-rows" : "waiting", model);
  }

  private static boolean talks(Officers.Account account) {
    return !account.closed() && Permission.TALK.of(account.role());
  }

  private Future<Reply> assign(Visit visit) {
    return takeovers
        .assign(visit.name(), visit.path("ticket"), visit.field("to"))
        .map(
            done ->
                switch (done) {
                  case DONE -> new Reply.See("/console" + PATH);
                  case NOT_YOURS, MISSING -> Reply.missing();
                });
  }
}
