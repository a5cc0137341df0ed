package id.kentongan.integrations.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which sends of this node Twilio is known to have taken, and as which message: from its answers,
/// and from its reports, which name the send by the token in the address they are posted to. The
/// last few thousand; safe for any thread.
public final class Sightings {
  private static final int REMEMBERED = 8192;

  private final Map<String, String> sids = new Remembered();
  private final Map<String, String> tokens = new Remembered();

  synchronized void saw(String token, String sid) {
    sids.put(token, sid);
    tokens.put(sid, token);
  }

  synchronized Optional<String> of(String token) {
    return Optional.ofNullable(sids.get(token));
  }

  /// Whether a message is known to be another send than this one.
  synchronized boolean isAnothers(String sid, String token) {
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
