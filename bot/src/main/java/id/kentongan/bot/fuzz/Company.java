package id.kentongan.bot.fuzz;

import id.kentongan.bot.console.Pass;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.sample.SampleData;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who asks: people with sessions in the web chat, officers of every role in the console, over
/// records with the invented people in them.
final class Company implements AutoCloseable {
  private static final int BROWSERS = 64;
  private static final Pattern TAG = Pattern.compile("data-session=\"([^\"]++)\"");
  private static final Pattern COOKIE = Pattern.compile("(?:__Host-)?kentongan=[^;]++");

  private final House house;
  private final InstantSource clock;
  private final Database database;
  private final List<Pass> passes = new CopyOnWriteArrayList<>();
  private final Proofs proofs;
  private int renewed;

  Company(House house, InstantSource clock) {
    this.house = house;
    this.clock = clock;
    this.database = house.database();
    new SampleData(database, house.key(), clock, ZoneId.of("Asia/Jakarta")).load().await();
    var sessions = new ArrayList<Proofs.WebSession>();
    try (var line = new Line(house.nodes().getFirst().port)) {
      for (int i = 0; i < BROWSERS; i++) {
        sessions.add(browser(line, i));
      }
    }
    this.proofs = new Proofs(clock, sessions, passes);
    renew();
  }

  Proofs proofs() {
    return proofs;
  }

  /// The requests of the file and those of the console's pages, each door with its share.
  List<Ask> asks(Path file) {
    var asks = new ArrayList<>(Doors.read(file));
    try (var line = new Line(house.nodes().getFirst().port)) {
      asks.addAll(new Crawl(line).of(List.copyOf(passes)));
    }
    return List.copyOf(asks);
  }

  /// New sessions for officers, because what is fuzzed ends sessions and closes accounts.
  synchronized void renew() {
    renewed++;
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(Locale.ROOT) + renewed;
      passes.addFirst(Pass.of(database, house.key(), clock, name, role));
    }
    while (passes.size() > 3 * Role.values().length) {
      passes.removeLast();
    }
  }

  private static Proofs.WebSession browser(Line line, int number) {
    var from = new Ask.Header("X-Forwarded-For", "10.200.0." + number);
    Answer page = line.whole(new Ask("open", "GET", "/", List.of(from), ""));
    Matcher tag = TAG.matcher(page.body());
    Matcher cookie = COOKIE.matcher(page.cookie());
    if (!tag.find() || !cookie.find()) {
      throw new IllegalStateException("the web chat's page has no session");
    }
    return new Proofs.WebSession(cookie.group(), tag.group(1));
  }

  @Override
  public void close() {
    database.close();
  }
}
