package id.kentongan.bot.fuzz;

import id.kentongan.bot.Refused;
import id.kentongan.bot.chaos.Chaos.Program;
import id.kentongan.bot.chaos.ChaosStores;
import id.kentongan.bot.chaos.Node;
import id.kentongan.bot.chaos.Readiness;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.stores.Ports;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two gateways on the same stores of their own, one with WhatsApp by Twilio and one by the Cloud
/// API, so that every door stands open.
final class House implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

  private final Path folder;
  private final Path keyFile;
  private final ChaosStores stores;
  private final Sink sink;
  private final List<Node> nodes;

  private House(Vertx vertx, Path folder, Program program) {

    this.folder = folder;
    this.keyFile = folder.resolve("master.key");
    MasterKey.loadOrCreate(keyFile, new SecureRandom());
    this.stores = new ChaosStores(folder);
    this.sink = new Sink(vertx);
    this.nodes = List.of(node(0, program.command(), twilio()), node(1, program.command(), cloud()));
  }

  /// Starts all; returns when both gateways are ready. Blocks.
  static House open(Vertx vertx, Path folder, Program program) {
    var house = new House(vertx, folder, program);
    try {
      var readiness = new Readiness(vertx);
      house.nodes.forEach(node -> node.start(Map.of(), status -> {}));
      if (!readiness.within(STARTS_WITHIN, () -> readiness.ready(house.nodes))) {
        throw new Refused("The gateways did not start; see gateway.log in " + folder);
      }
      return house;
    } catch (RuntimeException e) {
      house.close();
      throw e;
    }
  }

  List<Node> nodes() {
    return nodes;
  }

  MasterKey key() {
    return MasterKey.load(keyFile);
  }

  Database database() {
    return stores.open(key());
  }

  /// What the gateway said so far.
  Path log(Node node) {
    return folder.resolve("node" + node.number).resolve("gateway.log");
  }

  private Node node(int number, List<String> command, Map<String, String> own) {
    try {
      Path data = Files.createDirectories(folder.resolve("node" + number));
      int port = Ports.free();
      var settings = new HashMap<>(own);
      settings.put("HTTP_PORT", Integer.toString(port));
      settings.put("HTTP_TRUSTED_PROXIES", "127.0.0.0/8");
      settings.put("PUBLIC_URL", Secrets.PUBLIC_URL);
      settings.put("DATA_DIR", data.toString());
      settings.put("PRIVACY_KEY_FILE", keyFile.toString());
      settings.put("REDIS_URI", stores.redisUri());
      settings.put("DATABASE_URL", stores.databaseUrl());
      settings.put("DESK_BURST", "100000");
      settings.put("TELEGRAM_BOT_TOKEN", Secrets.TELEGRAM_TOKEN);
      settings.put("TELEGRAM_MODE", "webhook");
      settings.put("TELEGRAM_WEBHOOK_SECRET", Secrets.TELEGRAM);
      settings.put("TELEGRAM_API_URL", sink.url());
      settings.put("PAYMENTS_SECRET", Secrets.PAYMENTS);
      var named = new HashMap<String, String>();
      settings.forEach((name, value) -> named.put("KENTONGAN_" + name, value));
      return new Node(number, port, command, data, named);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> twilio() {
    return Map.of(
        "TWILIO_ACCOUNT_SID",
        Secrets.TWILIO_ACCOUNT,
        "TWILIO_AUTH_TOKEN",
        Secrets.TWILIO,
        "TWILIO_WHATSAPP_FROM",
        "whatsapp:+14155238886",
        "TWILIO_API_URL",
        sink.url(),
        "TWILIO_CONTENT_API_URL",
        sink.url());
  }

  private Map<String, String> cloud() {
    return Map.of(
        "WHATSAPP_CLOUD_PHONE_NUMBER_ID", Secrets.CLOUD_NUMBER,
        "WHATSAPP_CLOUD_ACCESS_TOKEN", Secrets.CLOUD_ACCESS,
        "WHATSAPP_CLOUD_APP_SECRET", Secrets.CLOUD,
        "WHATSAPP_CLOUD_VERIFY_TOKEN", Secrets.CLOUD_VERIFY,
        "WHATSAPP_CLOUD_API_URL", sink.url());
  }

  @Override
  public void close() {
    nodes.forEach(Node::kill);
    sink.close();
    stores.close();
  }
}
