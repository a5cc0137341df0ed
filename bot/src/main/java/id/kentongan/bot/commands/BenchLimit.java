package id.kentongan.bot.commands;

import id.kentongan.bot.bench.Limit;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/// Serves what the benchmark compares the gateway with; started by `bench` with its settings.
@Command(
    name = "limit",
    description = "Serve the least that a gateway does for a message.",
    hidden = true)
final class BenchLimit implements Runnable {
  @Override
  public void run() {
    Limit.serve(System.getenv());
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
