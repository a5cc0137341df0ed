package id.kentongan.bot;

import io.vertx.core.Future;
import java.util.function.Supplier;

/// Something that is done for all nodes by one of them, at every interval: its name in the log and
/// in the figures, and what does it and says how much it found.
record Chore(String name, Supplier<Future<Integer>> work) {}
