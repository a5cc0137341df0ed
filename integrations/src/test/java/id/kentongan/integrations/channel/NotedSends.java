package id.kentongan.integrations.channel;

import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.Sightings;
import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What the nodes of an installation know together: which send a message at the provider is.
public final class NotedSends implements Deliveries {
  public static final BlindIndex INDEX = new BlindIndex(MasterKey.of(new byte[32]));

  private final Map<String, String> sends = new HashMap<>();
  private boolean away;

  public void note(String sid, EffectId effect) {
    sends.put(sid, Sightings.token(effect, INDEX));
  }

  public void goAway() {
    away = true;
  }

  /// This node's view of it.
  public Sightings sightings() {
    return new Sightings(INDEX, this);
  }

  @Override
  public Future<Facts> facts(EffectId effect, List<String> sids) {
    if (away) {
      return Future.failedFuture(new IllegalStateException("no database"));
    }
    String own = Sightings.token(effect, INDEX);
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
