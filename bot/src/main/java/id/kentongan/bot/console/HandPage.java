package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.members.CoreHandOver;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import io.vertx.core.Future;
import java.util.List;

/// `/console/pendaftaran/:number/inti`: an enrolment is handed to the core as its form stands now.
final class HandPage implements Page {
  private final CoreHandOver core;

  HandPage(CoreHandOver core) {
    this.core = core;
  }

  @Override
  public List<Address> addresses() {
    String path = BoardPage.path(Kind.ENROLMENTS) + "/:number/inti";
    return List.of(Address.post(path, Permission.DECIDE, this::hand));
  }

  private Future<Reply> hand(Visit visit) {
    String number = visit.path("number");
    return core.hand(visit.name(), number)
        .map(
            handed ->
                new Reply.See(
                    "/console%s/%s?hasil=CORE_%s"
                        .formatted(BoardPage.path(Kind.ENROLMENTS), number, handed.name())));
  }
}
