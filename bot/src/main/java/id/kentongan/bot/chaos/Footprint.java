package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Proc;

/// What a gateway's process holds: megabytes resident, threads, open files.
public record Footprint(double megabytes, int threads, int files) {
  /// Connections that people and platforms keep open for a while.
  private static final int MORE_FILES = 300;

  /// A process that is gone holds nothing.
  public static Footprint of(Node node) {
    return new Footprint(
        Proc.resident(node.pid()),
        Proc.entries(node.pid(), "task"),
        Proc.entries(node.pid(), "fd"));
  }

  /// Whether this is more than a gateway may hold after having been at `before`: what it does once
  /// and keeps (compiled code, warm connections, a full heap) is no growth.
  public boolean grown(Footprint before, int mostMegabytes) {
    return megabytes > mostMegabytes
        || threads > before.threads + 60
        || files > before.files + MORE_FILES;
  }
}
