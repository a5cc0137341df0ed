package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.TwilioForms;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.stores.Ports;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes a world: stores, platforms, lines and gateways that are not started yet. Blocks.
final class Opening {
  static final String PUBLIC_URL = "https://chaos.kentongan.example";
  private static final int NODES = 2;

  private final Chaos.Order order;
  private final InstantSource clock;
  private final Vertx vertx;
  private final Path folder;
  private final Path keyFile;

  Opening(Chaos.Order order, InstantSource clock, Vertx vertx, Path folder) {
    this.order = order;
    this.clock = clock;
    this.vertx = vertx;
    this.folder = folder;
    this.keyFile = folder.resolve("master.key");
    MasterKey.loadOrCreate(keyFile, new SecureRandom());
  }

  MasterKey key() {
    return MasterKey.load(keyFile);
  }

  Path folder() {
    return folder;
  }

  World world() {
    var stores =
        new ChaosStores(
            order.breaks().all() ? Disk.in(folder) : Disk.plain(folder), order.breaks().cluster());
    var nodes = new ArrayList<Node>();
    var random = new Random(order.seed());
    var crowd = new Crowd(vertx, nodes, random, (int) order.thinks().toMillis());
    var callers = new Callers();
    var telegram = new TelegramPlatform(vertx, clock, crowd, order.seed(), callers);
    var twilio =
        new TwilioPlatform(
            vertx, clock, crowd, order.seed(), PUBLIC_URL, callers, crowd.mail()::report);
    var addresses = new EnumMap<Wires.End, String>(Wires.End.class);
    addresses.put(Wires.End.POSTGRES, stores.databaseUrl());
    addresses.put(Wires.End.TELEGRAM, telegram.url());
    addresses.put(Wires.End.TWILIO, twilio.url());
    if (stores.cluster().isEmpty()) {
      // why: members of a cluster tell their own addresses, past any line of ours
      addresses.put(Wires.End.REDIS, stores.redisUri());
    }
    var wires = new ArrayList<Wires>();
    for (int i = 0; i < NODES; i++) {
      int number = i;
      var own = new Wires(vertx, addresses, port -> callers.call(port, number));
      wires.add(own);
      Path log = Scratch.named(folder, i);
      Path data = Scratch.node(stores.disk().folder(), i, Scratch.clock(log));
      int port = Ports.free();
      var node =
          new Node(
              i, port, order.program().of(i), log, settings(stores, addresses, own, data, port));
      node.clock(Duration.ZERO);
      nodes.add(node);
    }
    return new World(
        vertx.getOrCreateContext(), stores, telegram, twilio, List.copyOf(wires), nodes, crowd);
  }

  private Map<String, String> settings(
      ChaosStores stores, Map<Wires.End, String> addresses, Wires wires, Path data, int port) {
    var settings = new HashMap<String, String>();
    settings.put("HTTP_PORT", Integer.toString(port));
    settings.put("PUBLIC_URL", PUBLIC_URL);
    settings.put("DATA_DIR", data.toString());
    settings.put("PRIVACY_KEY_FILE", keyFile.toString());
    settings.put("DESK_BURST", "100000");
    settings.put("TELEGRAM_BOT_TOKEN", TelegramPlatform.TOKEN);
    settings.put("TELEGRAM_MODE", "webhook");
    settings.put("TELEGRAM_WEBHOOK_SECRET", TelegramPlatform.SECRET);
    settings.put("TWILIO_ACCOUNT_SID", TwilioForms.ACCOUNT);
    settings.put("TWILIO_AUTH_TOKEN", TwilioForms.AUTH_TOKEN);
    settings.put("TWILIO_WHATSAPP_FROM", TwilioPlatform.FROM);
    if (stores.cluster().isPresent()) {
      settings.put("REDIS_URI", stores.redisUri());
      settings.put("REDIS_CLUSTER", "true");
    } else {
      through(settings, "REDIS_URI", Wires.End.REDIS, addresses, wires);
    }
    through(settings, "DATABASE_URL", Wires.End.POSTGRES, addresses, wires);
    through(settings, "TELEGRAM_API_URL", Wires.End.TELEGRAM, addresses, wires);
    through(settings, "TWILIO_API_URL", Wires.End.TWILIO, addresses, wires);
    through(settings, "TWILIO_CONTENT_API_URL", Wires.End.TWILIO, addresses, wires);
    var named = new HashMap<String, String>();
    settings.forEach((name, value) -> named.put("KENTONGAN_" + name, value));
    return named;
  }

  private static void through(
      Map<String, String> settings,
      String name,
      Wires.End end,
      Map<Wires.End, String> addresses,
      Wires wires) {
    String address = addresses.getOrDefault(end, "");
    settings.put(name, wires.through(end, address));
  }
}
