package id.kentongan.bot.console;

import id.kentongan.integrations.documents.PaperSheets;
import id.kentongan.integrations.postgres.accounts.Absences;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.agents.AgentRoster;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.audit.AuditTrail;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts;
import id.kentongan.integrations.postgres.files.PostgresFiles;
import id.kentongan.integrations.postgres.journal.DailyFigures;
import id.kentongan.integrations.postgres.journal.RecentTalks;
import id.kentongan.integrations.postgres.journal.StateDays;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import id.kentongan.integrations.postgres.learning.Lessons;
import id.kentongan.integrations.postgres.learning.ReviewLabels;
import id.kentongan.integrations.postgres.members.CoreHandOver;
import id.kentongan.integrations.postgres.officers.Boards;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import id.kentongan.integrations.postgres.officers.Conversations;
import id.kentongan.integrations.postgres.officers.Correspondents;
import id.kentongan.integrations.postgres.officers.Hearing;
import id.kentongan.integrations.postgres.officers.Inbox;
import id.kentongan.integrations.postgres.officers.MatterFiles;
import id.kentongan.integrations.postgres.officers.OfficerActs;
import id.kentongan.integrations.postgres.officers.OfficerFiles;
import id.kentongan.integrations.postgres.officers.OfficerPost;
import id.kentongan.integrations.postgres.officers.PeopleSearch;
import id.kentongan.integrations.postgres.officers.Queries;
import id.kentongan.integrations.postgres.officers.Takeovers;
import id.kentongan.integrations.postgres.privacy.PrivacyDesk;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/// The pages on which officers work, each on its stores.
final class Pages {
  /// The longer side of a photograph as it is shown, in dots, and the most pages that are joined.
  private static final int SIDE = 1600;

  private static final int JOINED = 60;

  private Pages() {}

  static List<Page> of(Console.House house, Officers officers) {
    return Stream.of(
            people(house, officers), matters(house), VillagePages.of(house), teaching(house))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Page> people(Console.House house, Officers officers) {
    var database = house.database();
    var clock = house.clock();
    var inbox = new Inbox(database);
    var takeovers =
        new Takeovers(database, house.key(), clock, house.content().get().rules().zone());
    var talks = new Conversations(database, house.key(), clock);
    var absences = new Absences(database, clock, house.content().get().rules().zone());
    var colleagues = new Colleagues(officers, clock);
    var hearing = new Hearing(database);
    boolean template = house.asked().template();
    var letters =
        new Letters(
            house.asked().letters(),
            new Correspondents(database, house.key()),
            new AuditTrail(database, house.key(), clock),
            new LetterDrop(house.asked().letters(), database, house.key(), clock));
    var rooms = new TalkPage.Rooms(talks, takeovers, inbox, colleagues, hearing, letters, template);
    var pulse = new Pulse(house.vertx());
    var talk = new TalkPage(rooms, pulse, house.content(), clock);
    return List.of(
        new WaitPage(new WaitPage.Rooms(inbox, takeovers, colleagues, absences), pulse, clock),
        new SendFilePage(
            new OfficerPost(
                database, house.key(), new PostgresFiles(database, house.key(), clock), clock),
            hearing,
            talk,
            clock),
        talk,
        new LettersPage(letters),
        new SearchPage(new PeopleSearch(database, house.key(), clock)),
        new PrivacyPage(
            new PrivacyDesk(
                database,
                house.key(),
                clock,
                house.content().get().rules().zone(),
                () -> house.content().get().rules().consent().terms())));
  }

  private static List<Page> matters(Console.House house) {
    var database = house.database();
    var content = house.content().get();
    var boards = new Boards(database);
    var dates = new DueDates(house.content());
    var files = new MatterFiles(database, house.key(), house.clock());
    var rooms =
        new MatterPage.Rooms(
            files,
            new OfficerActs(database, house.key(), house.clock()),
            new Queries(database, house.key(), house.clock()),
            new Hearing(database),
            house.asked().template(),
            house.clock());
    var legible = content.papers().legible();
    var papers =
        new PaperPage(
            new OfficerFiles(database, house.key(), house.clock()),
            files,
            new PaperSheets(legible.dots(), SIDE, JOINED),
            house.vertx());
    var boarded =
        Stream.of(Kind.values())
            .<Page>flatMap(
                kind ->
                    Stream.of(
                        new BoardPage(kind, boards, dates, house.clock()),
                        new MatterPage(kind, rooms, dates, house.content()),
                        new ExportPage(kind, files, house.content())));
    var core =
        new CoreHandOver(
            database,
            house.key(),
            house.asked().core(),
            code -> house.content().get().places().byCode(code),
            house.clock());
    return Stream.concat(Stream.<Page>of(papers, new HandPage(core)), boarded).toList();
  }

  private static List<Page> teaching(Console.House house) {
    var database = house.database();
    var clock = house.clock();
    var content = house.content().get();
    var versions = new ContentVersions(database, clock);
    return List.of(
        new ContentPage(house.config(), versions, house.content(), house.vertx()),
        new DraftPage(
            house.config(),
            versions,
            house.vertx(),
            new FaultWords(() -> house.content().get().words()),
            () -> YearMonth.from(clock.instant().atZone(content.rules().zone()))),
        new ReplayPage(
            versions,
            new RecentTalks(database, house.key(), clock),
            house.asked().replay(),
            new ReplayPage.Plain(house.config(), house.content(), house.vertx())),
        new LanguagePage(
            house.config(),
            new ReviewLabels(database, clock),
            new Lessons(database, clock),
            house.vertx()),
        new AgentsPage(
            new AgentRoster(database), new Agents(database, house.key(), clock), house.content()),
        new MapPage(new StateDays(database, clock, content.rules().zone()), house.content()),
        new BroadcastPage(
            new Broadcasts(database, clock, content.rules().zone()),
            house.content(),
            house.asked().template(),
            clock),
        new ReportsPage(new DailyFigures(database, clock, content.rules().zone())));
  }
}
