package id.kentongan.bot.chaos;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import java.util.List;

/// Everything there is: stores, platforms, lines, gateways and people, who are on one event loop.
record World(
    Context loop,
    ChaosStores stores,
    TelegramPlatform telegram,
    TwilioPlatform twilio,
    List<Wires> wires,
    List<Node> nodes,
    Crowd crowd) {

  /// Sets a line of a gateway.
  void line(int node, Wires.End end, Wire.State state) {
    on(() -> wires.get(node).to(end).become(state));
  }

  /// Sets a platform's mood; NONE is the usual one.
  void mood(boolean ofTelegram, Mischief storm) {
    var mood = ofTelegram ? telegram.mood() : twilio.mood();
    on(() -> mood.storm(storm == Mischief.NONE ? null : storm));
  }

  /// Does something on the event loop, and waits for it.
  void on(Runnable act) {
    Promise<Void> done = Promise.promise();
    loop.runOnContext(
        now -> {
          act.run();
          done.complete();
        });
    done.future().await();
  }

  /// Kills the gateways, then stops everything else.
  void close() {
    nodes.forEach(Node::kill);
    wires.forEach(Wires::close);
    telegram.close();
    twilio.close();
    stores.close();
  }
}
