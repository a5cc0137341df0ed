package id.kentongan.integrations.redis;

/// Another machine's clock as it was at a moment of [System#nanoTime], carried on by the time that
/// passes here. Microseconds since 1970.
record Carried(long micros, long nanos) {

  /// What another said while we asked it from one moment to another.
  record Told(long micros, long sent, long received) {
    private long latest() {
      return micros + (received - sent) / 1000;
    }
  }

  /// Taken for said in the middle between question and answer.
  static Carried first(Told told) {
    return new Carried((told.micros() + told.latest()) / 2, told.received());
  }

  long at(long moment) {
    return micros + (moment - nanos) / 1000;
  }

  /// Mended by as little as what was said allows: an answer that was long on its way tells little.
  Carried mended(Told told) {
    long now = Math.clamp(at(told.received()), told.micros(), told.latest());
    return new Carried(now, told.received());
  }
}
