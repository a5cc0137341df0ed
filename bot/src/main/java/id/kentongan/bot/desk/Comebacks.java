package id.kentongan.bot.desk;

import id.kentongan.dialogs.talk.EffectId;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often a message came back from its provider, as its effect's id tells: `.../0.r2` is sent
/// for the third time.
public final class Comebacks {
  /// How often one is sent again before an operator sees it.
  public static final int MOST = 5;

  private static final Pattern TIMES = Pattern.compile("\\.r([0-9]{1,2})$");
  private static final Duration FIRST = Duration.ofSeconds(5);

  private Comebacks() {}

  public static int times(EffectId id) {
    Matcher times = TIMES.matcher(id.text());
    return times.find() ? Integer.parseInt(times.group(1)) : 0;
  }

  public static EffectId id(EffectId fresh, int times) {
    return new EffectId(fresh.text() + ".r" + times);
  }

  /// The pause before it is sent again: longer each time, none for what never came back.
  public static Duration pause(EffectId id) {
    int times = times(id);
    return times == 0 ? Duration.ZERO : FIRST.multipliedBy(1L << Math.min(times - 1, 6));
  }
}
