package id.kentongan.bot.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// A token bucket for each key: `burst` at once, then `perSecond`. Remembers the 50,000 keys last
/// seen; who is forgotten starts with a full bucket. Safe for any thread.
public final class Throttle {
  private static final int REMEMBERED = 50_000;

  private record Bucket(double tokens, long at) {}

  private final double burst;
  private final double perNano;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Throttle(int burst, double perSecond, LongSupplier nanos) {
    this.burst = burst;
    this.perNano = perSecond / 1e9;
    this.nanos = nanos;
  }

  /// Takes one token of the key's bucket, if there is one.
  public synchronized boolean admits(String key) {
    long now = nanos.getAsLong();
    Bucket bucket = buckets.getOrDefault(key, new Bucket(burst, now));
    double tokens = Math.min(burst, bucket.tokens() + (now - bucket.at()) * perNano);
    boolean admitted = tokens >= 1;
    buckets.put(key, new Bucket(admitted ? tokens - 1 : tokens, now));
    return admitted;
  }
}
