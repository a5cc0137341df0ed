package id.kentongan.bot.web;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.postgres.OfficerLists;
import id.kentongan.integrations.postgres.TicketState;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The console's lists as a page: names, villages and states, nothing that is kept encrypted.
public final class ConsoleLists {
  private static final int MOST = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH.mm", Locale.forLanguageTag("id-ID"));

  private final OfficerLists lists;
  private final Words words;
  private final ZoneId zone;
  private final String page = new Assets().page("console.html");

  public ConsoleLists(OfficerLists lists, Words words, ZoneId zone) {
    this.lists = lists;
    this.words = words;
    this.zone = zone;
  }

  Future<String> page(String officer) {
    var tickets = lists.tickets(MOST);
    var enrolments = lists.enrollments(MOST);
    var claims = lists.claims(MOST);
    return Future.all(tickets, enrolments, claims)
        .map(
            all ->
                Html.fill(
                    page,
                    Map.of(
                        "officer", Html.text(officer),
                        "tickets", tickets(tickets.result()),
                        "enrolments", enrolments(enrolments.result()),
                        "claims", claims(claims.result()))));
  }

  private String tickets(List<OfficerLists.Ticket> tickets) {
    return Html.table(
        List.of("Nomor", "Tentang", "Keadaan", "Dari", "Dijawab paling lambat", "Masuk"),
        tickets.stream()
            .map(
                t ->
                    List.of(
                        Html.text(t.number()),
                        Html.text(t.topic()),
                        state(t.state()),
                        Html.text(t.channel()),
                        time(t.until()),
                        time(t.made())))
            .toList());
  }

  private String enrolments(List<OfficerLists.Enrollment> enrolments) {
    return Html.table(
        List.of("Nomor", "Nama", "Desa", "Keadaan", "Sejak"),
        enrolments.stream()
            .map(
                e ->
                    List.of(
                        Html.text(e.number()) + Html.sample(e.sample()),
                        Html.text(e.name()),
                        Html.text(e.village()),
                        matter(e.state().words()),
                        time(e.since())))
            .toList());
  }

  private String claims(List<OfficerLists.Claim> claims) {
    return Html.table(
        List.of("Nomor", "Almarhum", "Ahli waris", "Keadaan", "Berkas", "Sejak"),
        claims.stream()
            .map(
                c ->
                    List.of(
                        Html.text(c.number()) + Html.sample(c.sample()),
                        Html.text(c.deceased()),
                        Html.text(c.heir()),
                        matter(c.state().words()),
                        Long.toString(c.papers()),
                        time(c.since())))
            .toList());
  }

  private String matter(String state) {
    return Html.text(words.say(Language.INDONESIAN, "matter." + state));
  }

  private static String state(TicketState state) {
    return switch (state) {
      case WAITING -> "menunggu";
      case TAKEN -> "ditangani";
      case DONE -> "selesai";
    };
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
