package id.kentongan.integrations.twilio;

import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.DeliveryReport;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What the nodes of an installation know together: which send a message at Twilio is.
final class NotedSends implements Deliveries {
  private final Map<String, String> sends = new HashMap<>();
  private boolean away;

  void note(String sid, EffectId effect) {
    sends.put(sid, SendToken.of(effect, Posted.INDEX));
  }

  void goAway() {
    away = true;
  }

  @Override
  public Future<Facts> facts(EffectId effect, List<String> sids) {
    if (away) {
      return Future.failedFuture(new IllegalStateException("no database"));
    }
    String own = SendToken.of(effect, Posted.INDEX);
    Set<String> ours = new HashSet<>(sids);
    ours.removeIf(sid -> !own.equals(sends.get(sid)));
    Set<String> others = new HashSet<>(sids);
    others.removeIf(sid -> !sends.containsKey(sid) || ours.contains(sid));
    return Future.succeededFuture(new Facts(sends.containsValue(own), ours, others));
  }

  @Override
  public Future<List<Returned>> report(DeliveryReport report) {
    sends.put(report.providerId(), Objects.requireNonNull(report.send()));
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Returned>> sent(List<Sent> taken) {
    taken.forEach(sent -> note(sent.providerId(), sent.post().id()));
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Returned>> returned(int most) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Void> dealt(Returned returned) {
    return Future.succeededFuture();
  }
}
