package id.kentongan.bot.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What is kept for whoever looks for the cause of a violation: everything that was broken, and all
/// of each person concerned, with seconds since the beginning.
final class Evidence {
  private final long start = System.nanoTime();
  private final List<String> lines = new ArrayList<>();

  /// One thing that happened to a person.
  private record Moment(long nanos, String what) {}

  void troubles(Timeline timeline) {
    timeline.all().stream()
        .map(
            t ->
                at(t.from())
                    + (t.to() == Long.MAX_VALUE ? "" : " to" + at(t.to()))
                    + ' '
                    + t.kind())
        .forEach(lines::add);
  }

  void person(Villager person, Book book, List<Arrival> arrivals) {
    lines.add("");
    lines.add(person.who.key() + ", version " + book.version() + ", at " + book.talk().top());
    var moments = new ArrayList<Moment>();
    for (Letter letter : person.letters) {
      String fate = letter.acknowledged ? "" : letter.dropped ? " (given up)" : " (not taken)";
      moments.add(
          new Moment(letter.written, "> " + letter.line.text() + fate + ' ' + letter.eventId));
    }
    arrivals.forEach(
        a -> moments.add(new Moment(a.nanos(), "< " + arrived(a) + ' ' + brief(a.text()))));
    moments.stream()
        .sorted(Comparator.comparingLong(Moment::nanos))
        .forEach(moment -> lines.add(at(moment.nanos()) + ' ' + moment.what()));
    book.turns()
        .forEach(
            turn ->
                lines.add(
                    "  " + turn.version() + ' ' + turn.event() + ": " + brief(turn.answered())));
  }

  void write(Path folder) {
    try {
      Files.write(folder.resolve("evidence.txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String at(long nanos) {
    return String.format(Locale.ROOT, "%8.3f", (nanos - start) / 1e9);
  }

  /// What the platform did, by which gateway it came, and when its connection ended with it.
  private String arrived(Arrival arrival) {
    long cut = arrival.asked().cut();
    String end = cut == Long.MAX_VALUE ? "" : " (cut" + at(cut) + ')';
    return arrival.fate() + " by " + arrival.asked().node() + end;
  }

  private static String brief(String text) {
    String line = text.replace('\n', '|');
    return line.substring(0, Math.min(line.length(), 90));
  }
}
