package id.kentongan.bot.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a fuzzing counted and what is wrong; the requests concerned are kept as files in `folder`.
/// Safe for any thread.
final class Found {
  private static final int TOLD = 30;
  private static final int LONGEST = 300;

  /// The server's word for `HTTP/1.3`.
  private static final int UNKNOWN_VERSION = 501;

  private static final int NOT_READY = 503;

  private final Path folder;
  private final Map<String, Map<String, Integer>> answers = new TreeMap<>();
  private final Map<Wrong, Integer> wrongs = new EnumMap<>(Wrong.class);
  private final List<String> told = new ArrayList<>();

  /// What must not be.
  enum Wrong {
    /// A 5xx, though the stores were well.
    SERVER_ERROR,
    /// A whole request without an answer, or a broken one without an end.
    HANGS,
    /// An exception that nobody expected, in the log.
    FAULT_LOGGED,
    /// Something of a person or a secret in the log or the figures.
    PERSONAL,
    /// More memory, threads, files or figures than before.
    GROWN,
    /// A gateway ended.
    DIED
  }

  Found(Path folder) {
    this.folder = folder;
  }

  /// An answer to input `number`.
  synchronized void answered(long number, Ask ask, byte[] sent, Answer answer) {
    answers
        .computeIfAbsent(ask.door(), door -> new TreeMap<>())
        .merge(kind(answer.status()), 1, Integer::sum);
    if (answer.status() >= 500 && !expected(ask, answer)) {
      add(Wrong.SERVER_ERROR, answer.status() + " to " + shown(number, ask));
      keep(number, sent);
    } else if (answer.status() < 0) {
      add(Wrong.HANGS, shown(number, ask));
      keep(number, sent);
    }
  }

  /// why: a gateway that a flood keeps busy says truly that it is not ready.
  private static boolean expected(Ask ask, Answer answer) {
    return answer.status() == UNKNOWN_VERSION
        || (answer.status() == NOT_READY
            && ask.target().replaceAll("/+", "/").startsWith("/health/ready"));
  }

  synchronized void add(Wrong wrong, String what) {
    int times = wrongs.merge(wrong, 1, Integer::sum);
    if (times <= TOLD) {
      told.add(wrong + ": " + what.substring(0, Math.min(LONGEST, what.length())));
    }
  }

  private static String shown(long number, Ask ask) {
    return "input %d, %s %s".formatted(number, ask.door(), ask.target().replaceAll("[^ -~]", "?"));
  }

  private static String kind(int status) {
    return switch (status) {
      case -1 -> "no answer";
      case 0 -> "closed";
      default -> Integer.toString(status);
    };
  }

  private void keep(long number, byte[] sent) {
    try {
      Files.write(folder.resolve("input-" + number + ".http"), sent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// By door, how often what was answered.
  synchronized Map<String, Map<String, Integer>> answers() {
    return new TreeMap<>(answers);
  }

  synchronized int count(Wrong wrong) {
    return wrongs.getOrDefault(wrong, 0);
  }

  synchronized List<String> told() {
    return List.copyOf(told);
  }

  synchronized boolean none() {
    return wrongs.isEmpty();
  }
}
