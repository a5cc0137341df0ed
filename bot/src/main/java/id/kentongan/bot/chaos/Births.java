package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Niks;
import id.kentongan.bot.bench.Script;
import id.kentongan.bot.bench.Script.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/// Makes the person of a number: half of them on Telegram; each greets, asks some things at once,
/// enrols, looks at the status, asks again. Some tell a death instead, and send photographs.
record Births(long seed, Script journey, Script claim, Script questions, List<Platform> platforms)
    implements LongFunction<Villager> {
  private static final int BLOCKING = 25;
  private static final int MOURNING = 7;

  @Override
  public Villager apply(long number) {
    var random = new Random(seed + number);
    Platform platform = platforms.get((int) (number % platforms.size()));
    var steps = new ArrayList<List<Line>>();
    boolean mourns = random.nextInt(MOURNING) == 0;
    (mourns ? claim : journey).lines().forEach(line -> steps.add(List.of(line)));
    if (!mourns) {
      steps.add(1, some(random));
      steps.add(some(random));
    }
    int blocksAt = random.nextInt(BLOCKING) == 0 ? 1 : 0;
    return new Villager(platform, platform.person(number), Niks.of(number), steps, blocksAt);
  }

  /// Whether a text answers something: then it must arrive, whatever is said next.
  boolean answers(String text) {
    return Stream.of(journey, claim, questions)
        .flatMap(script -> script.lines().stream())
        .anyMatch(line -> !line.asks() && line.answeredBy(text));
  }

  private List<Line> some(Random random) {
    var lines = new ArrayList<>(questions.lines());
    Collections.shuffle(lines, random);
    return List.copyOf(lines.subList(0, 1 + random.nextInt(lines.size())));
  }
}
