package id.kentongan.bot.console;

import id.kentongan.dialogs.mind.DialogMap.Drawn;
import id.kentongan.integrations.postgres.journal.StateDays;
import id.kentongan.integrations.postgres.journal.StateDays.Way;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A dialog as a drawing: its states from top to bottom as the code has them, how many
/// conversations came to each and stopped there, and the ways that most took between them.
record DialogDrawing(String dialog, List<Box> boxes, List<Line> lines, int height) {
  private static final int STEP = 38;
  private static final int BAR = 200;
  private static final int LEFT = 140;
  private static final int LINES = 14;
  private static final int SOME = 3;

  /// A state: `top` is where it stands, `bar` how wide, `share` how many of a hundred stopped.
  record Box(String state, String label, int top, int there, int stopped, int bar, int share) {}

  /// A way between two states: an SVG path, how thick, how many took it.
  record Line(String path, String width, String from, String to, int talks) {}

  /// `labels` gives the name of a state.
  static DialogDrawing of(Drawn drawn, List<Way> ways, UnaryOperator<String> labels) {
    Map<String, Integer> there = counts(ways, StateDays.THERE);
    Map<String, Integer> stopped = counts(ways, StateDays.STOPPED);
    int most = drawn.states().stream().mapToInt(s -> there.getOrDefault(s, 0)).max().orElse(0);
    List<Box> boxes =
        IntStream.range(0, drawn.states().size())
            .mapToObj(
                i -> {
                  String state = drawn.states().get(i);
                  int many = there.getOrDefault(state, 0);
                  int ended = stopped.getOrDefault(state, 0);
                  int share = ReportsPage.share(ended, many);
                  return new Box(
                      state,
                      labels.apply(state),
                      i * STEP,
                      many,
                      ended,
                      BAR * many / Math.max(1, most),
                      share);
                })
            .toList();
    List<Line> lines =
        ways.stream()
            .filter(way -> way.talks() >= Math.min(SOME, Math.max(1, most)))
            .flatMap(way -> line(drawn.states(), way, most))
            .limit(LINES)
            .toList();
    return new DialogDrawing(drawn.dialog(), boxes, lines, boxes.size() * STEP + 4);
  }

  int visits() {
    return boxes.stream().mapToInt(Box::there).max().orElse(0);
  }

  private static Map<String, Integer> counts(List<Way> ways, String kind) {
    var counts = new HashMap<String, Integer>();
    ways.stream().filter(w -> w.next().equals(kind)).forEach(w -> counts.put(w.state(), w.talks()));
    return counts;
  }

  private static Stream<Line> line(List<String> states, Way way, int most) {
    int from = states.indexOf(way.state());
    int to = states.indexOf(way.next());
    if (from < 0 || to < 0) {
      return Stream.empty();
    }
    int y1 = from * STEP + STEP / 2;
    int y2 = to * STEP + STEP / 2;
    int out = 14 + Math.min(90, 8 * Math.abs(to - from));
    int x = to > from ? LEFT + BAR + 6 : LEFT - 6;
    int bend = to > from ? x + out : x - out;
    String path = "M%d %dC%d %d %d %d %d %d".formatted(x, y1, bend, y1, bend, y2, x, y2);
    double width = 1 + 5.0 * way.talks() / Math.max(1, most);
    return Stream.of(new Line(path, String.valueOf(width), way.state(), way.next(), way.talks()));
  }
}
