package id.kentongan.integrations;

import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Deliveries.Facts;
import id.kentongan.integrations.crypto.BlindIndex;
import io.vertx.core.Future;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which sends a provider is known to have taken, and as which message: from its answers, and from
/// its reports, which name the send by the token that went with it. This node's last few thousand
/// are at hand, what any node learned is in the records; safe for any thread.
public final class Sightings {
  private static final int REMEMBERED = 8192;

  private final Map<String, String> sids = new Remembered();
  private final Map<String, String> tokens = new Remembered();

  private final BlindIndex index;
  private final Deliveries deliveries;

  public Sightings(BlindIndex index, Deliveries deliveries) {
    this.index = index;
    this.deliveries = deliveries;
  }

  /// Names a send in its reports: the same for the same effect on every node, known to the records,
  /// and, unlike the effect's id, without a phone number in it.
  public String token(EffectId id) {
    return token(id, index);
  }

  public static String token(EffectId id, BlindIndex index) {
    return HexFormat.of().formatHex(index.effect(id.text()));
  }

  /// What all nodes know of an effect, and of messages at the provider.
  public Future<Facts> noted(EffectId id, List<String> sids) {
    return deliveries.facts(id, sids);
  }

  public synchronized void saw(String token, String sid) {
    sids.put(token, sid);
    tokens.put(sid, token);
  }

  public synchronized Optional<String> of(String token) {
    return Optional.ofNullable(sids.get(token));
  }

  /// Whether a message is known to be another send than this one.
  public synchronized boolean isAnothers(String sid, String token) {
    String known = tokens.get(sid);
    return known != null && !known.equals(token);
  }

  private static final class Remembered extends LinkedHashMap<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > REMEMBERED;
    }
  }
}
