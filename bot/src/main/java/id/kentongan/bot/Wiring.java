package id.kentongan.bot;

import id.kentongan.bot.chat.House;
import id.kentongan.bot.console.Console;
import id.kentongan.bot.desk.Loops;
import id.kentongan.bot.halt.Halting;
import id.kentongan.bot.http.Doors;
import id.kentongan.bot.http.Front;
import id.kentongan.bot.http.Health;
import id.kentongan.bot.http.MediaLinks;
import id.kentongan.bot.http.PaymentDoor;
import id.kentongan.bot.made.CardPicture;
import id.kentongan.bot.made.ClaimPage;
import id.kentongan.bot.made.DrawingRoom;
import id.kentongan.bot.made.DrawnRecords;
import id.kentongan.bot.replay.Replay;
import id.kentongan.bot.settings.Secret;
import id.kentongan.bot.settings.Settings;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.reading.Loaded;
import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.Reviewing;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.content.EarFiles;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.crypto.KeyFile;
import id.kentongan.integrations.crypto.SealedLinks;
import id.kentongan.integrations.postgres.files.PostgresFiles;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import id.kentongan.integrations.postgres.payments.Payments;
import id.kentongan.integrations.redis.RedisDeadLetters;
import id.kentongan.integrations.terminal.TerminalChannel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts the program together: starts its parts in order and stops them in reverse.
public final class Wiring implements AutoCloseable {
  /// How soon a published model or text is taken up.
  private static final Duration LOOKS = Duration.ofSeconds(5);

  private final Lifetime lifetime;
  private final Settings settings;
  private final Stores stores;
  private final Registry registry;
  private final Front front;
  private final WatchRoom watch;
  private final Vertx vertx;
  private final Ear ear;
  private final House house;
  private final List<Sweeper> sweepers = new ArrayList<>();
  private @Nullable Health health;

  /// Starts everything and returns when it serves; when one part cannot start, those started before
  /// it are stopped. `home` holds the folder `config`. Goes by Redis's clock, whatever `machine`'s.
  public static Wiring serve(Path home, Settings settings, InstantSource machine) {
    return start(home, settings, Time.shared(machine), nobody -> {});
  }

  /// The same by a clock that is played to it.
  public static Wiring start(Path home, Settings settings, InstantSource clock) {
    return start(home, settings, clock, nobody -> {});
  }

  /// The same with a terminal: `screen` gets what is said to its conversations.
  public static Wiring start(
      Path home, Settings settings, InstantSource clock, Consumer<Outgoing> screen) {
    return start(home, settings, Time.played(clock), screen);
  }

  private static Wiring start(
      Path home, Settings settings, Time.Source time, Consumer<Outgoing> screen) {
    var lifetime = new Lifetime();
    try {
      return new Wiring(home, settings, time, screen, lifetime);
    } catch (RuntimeException e) {
      lifetime.close();
      throw e;
    }
  }

  private Wiring(
      Path home,
      Settings settings,
      Time.Source time,
      Consumer<Outgoing> screen,
      Lifetime lifetime) {
    this.settings = settings;
    this.lifetime = lifetime;
    Content content = content(home).reaching(templates(settings));
    var key = Base.key(settings);
    this.stores = Stores.open(settings, lifetime);
    this.watch = new WatchRoom(settings, lifetime);
    this.vertx = watch.vertx();
    Base begun = Base.open(vertx, time, content, key, stores, lifetime);
    VillageRoom.begin(begun, home, settings.stores().database().isEmpty());
    this.registry = Registry.open(begun, settings, lifetime);
    var heard = new EarFiles(home.resolve("config"));
    Ear first = heard.begin(settings.dataDir().resolve("models"));
    this.ear = lifetime.add(new LiveEar(vertx, begun.database(), first, heard.ears(), LOOKS));
    var redactor = heard.redactor(word -> content.parsers().month(word).isPresent());
    var reviewing = new Reviewing(ear, redactor);
    var files = new PostgresFiles(begun.database(), begun.key(), begun.clock());
    String publicUrl = settings.publicUrl().orElse("");
    var asked =
        new Console.Asked(
            registry.core(),
            settings.core().isEmpty(),
            new Replay(ear, redactor),
            publicUrl,
            templates(settings).news(),
            new RedisDeadLetters(begun.redis(), begun.key()));
    var mind = lifetime.add(mind(begun, home.resolve("config")));
    Base base = begun.with(mind::content);
    var spoken = new WebRooms.Spoken(mind::content, asked);
    var web = new WebRooms(base, settings, home.resolve("config"), files, spoken, lifetime);
    var links = new SealedLinks(base.key(), "media");
    var media = new MediaLinks(publicUrl, links, files, base.clock());
    List<Channels.Messenger> messengers = Channels.of(base, settings, files, media, lifetime);
    var reached = new HashMap<String, Channel>();
    reached.put(web.channel().name(), web.channel());
    reached.put(TerminalChannel.NAME, new TerminalChannel(base.vertx(), screen));
    messengers.forEach(m -> reached.put(m.channel().name(), m.channel()));
    var room = new DrawingRoom(vertx, files, base.clock());
    var areas = VillageRoom.over(base, registry.records(), room, publicUrl);
    var batches = RollRoom.batches(base, registry.core());
    var rolls = RollRoom.over(base, batches, areas, room, Map.copyOf(reached));
    var card = new CardPicture(() -> mind.content().words(), publicUrl);
    var page = new ClaimPage(mind::content, publicUrl);
    var records = new DrawnRecords(rolls, room, card, page);
    var looked = ClaimRoom.looked(base, files);
    Optional<Halting> halting = settings.place().haltAt();
    var reach =
        new Engine.Reach(
            Halting.channels(halting, Map.copyOf(reached)),
            Halting.records(halting, records),
            looked);
    var hearing = new Engine.Hearing(ear, reviewing, mind);
    var engine = new Engine(base, hearing, reach, settings.desk(), halting, watch.watching(base));
    var laid = settings.dataDir().resolve("media");
    this.house = new EngineHouse(engine, this::sweep, files, laid);
    this.front = open(base, engine, messengers, media, web, Map.copyOf(reached));
  }

  /// What a person who started the program is told.
  public List<String> greeting() {
    var notes = new ArrayList<>(stores.notes());
    KeyFile.exposed(Base.keyFile(settings)).ifPresent(notes::add);
    return new Greeting(settings, front.port(), notes, registry).lines();
  }

  public Ear ear() {
    return ear;
  }

  /// What a chat in the terminal needs.
  public House house() {
    return house;
  }

  public Vertx vertx() {
    return vertx;
  }

  public int port() {
    return front.port();
  }

  /// Every door that stands open, as [Front#doors] has them.
  public List<String> doors() {
    return front.doors();
  }

  /// Is not ready for a while first, where that is set, so that proxies send people elsewhere.
  @Override
  public void close() {
    Health told = health;
    settings
        .upkeep()
        .drain()
        .filter(patience -> told != null)
        .ifPresent(
            patience -> {
              Objects.requireNonNull(told).drain();
              vertx.timer(patience.toMillis(), TimeUnit.MILLISECONDS).await();
            });
    lifetime.close();
  }

  private void sweep(Engine engine, String lease, Duration every, List<Chore> chores) {
    var pace = Sweeper.Pace.each(every);
    var sweeper = new Sweeper(vertx, engine.leases(), lease, pace, chores, watch.metrics());
    sweepers.add(lifetime.add(sweeper));
  }

  /// Does at once what is otherwise done at its intervals.
  private Future<Void> sweep() {
    return Future.all(sweepers.stream().map(Sweeper::now).toList()).mapEmpty();
  }

  /// The rooms behind, then the doors in front.
  private Front open(
      Base base,
      Engine engine,
      List<Channels.Messenger> messengers,
      MediaLinks media,
      WebRooms web,
      Map<String, Channel> reached) {
    lifetime.add(() -> engine.stop().await());
    engine.start().await();
    boolean spools = settings.desk().spool() && messengers.stream().anyMatch(m -> !m.repeats());
    var spool = SpoolRoom.open(vertx, base.key(), settings.dataDir(), spools, engine.desk());
    spool.ifPresent(lifetime::add);
    messengers.forEach(m -> lifetime.add(m.starter().start(engine.desk(), engine.leases())));
    var hourly =
        Chores.of(base, registry.core(), reached, settings.desk().reviewDays(), settings.upkeep());
    sweep(engine, "sweep", Duration.ofHours(1), hourly);
    var approved = new Chore("approved lists", RollRoom.sponsored(base, registry.core())::all);
    sweep(engine, "approved", Duration.ofSeconds(10), List.of(approved));
    var returned = new Chore("returned files", engine.returns()::sweep);
    sweep(engine, "returned", Duration.ofMinutes(5), List.of(returned));
    sweep(engine, "broadcasts", Duration.ofSeconds(1), List.of(BroadcastRoom.chore(base)));
    Router router = Front.router(base.vertx());
    this.health = watch.healthy(router, base, engine, spool, stores.silence());
    Function<Inbound, Future<Void>> desk = in -> engine.desk().receive(in).mapEmpty();
    Function<Inbound, Future<Void>> spooled =
        spool
            .filter(room -> spools)
            .<Function<Inbound, Future<Void>>>map(r -> r::receive)
            .orElse(desk);
    var halting = settings.place().haltAt();
    messengers.forEach(
        m ->
            doors(engine, Halting.desk(halting, m.repeats() ? desk : spooled))
                .mount(router, m.doors()));
    media.mount(router);
    payments(base).mount(router);
    web.mount(router, engine.desk());
    Front opened = lifetime.add(Front.open(base.vertx(), router, settings.http(), Loops.fitting()));
    lifetime.add(web);
    return opened;
  }

  private PaymentDoor payments(Base base) {
    var rules = base.content().rules();
    var time = new Payments.Time(base.clock(), rules.zone());
    boolean own = settings.core().isEmpty();
    var payments = new Payments(base.database(), base.key(), base.tariffs(), own, time);
    var secret = settings.systems().payments().map(Secret::reveal);
    return new PaymentDoor(payments::take, secret, base.clock());
  }

  private Doors doors(Engine engine, Function<Inbound, Future<Void>> desk) {
    return new Doors(desk, engine.returns()::report, watch.metrics());
  }

  private LiveMind mind(Base base, Path config) {
    var sources =
        new LiveMind.Sources(
            new ContentVersions(base.database(), base.clock()),
            config,
            new LivePlaces(vertx, base.database()),
            read -> read.reaching(templates(settings)));
    return new LiveMind(vertx, sources, base.content(), LOOKS);
  }

  /// why: WhatsApp alone reaches a phone by its number, and only by an approved template for each
  /// kind of message.
  private static Rules.Reach templates(Settings settings) {
    return settings
        .channels()
        .whatsapp()
        .map(Settings.WhatsApp::templates)
        .map(t -> new Rules.Reach(t.code().isPresent(), t.notice().isPresent()))
        .orElse(Rules.Reach.NOTHING);
  }

  private static Content content(Path home) {
    Loaded loaded = YamlContent.load(home.resolve("config"));
    if (!loaded.sound()) {
      throw new Refused(
          loaded.faults().size() + " faults in config; ./kentongan check names them all.");
    }
    return loaded.content();
  }
}
