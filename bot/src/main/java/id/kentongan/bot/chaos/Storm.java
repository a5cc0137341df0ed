package id.kentongan.bot.chaos;

import java.time.Duration;
import java.util.Locale;

/// A platform does the same bad thing to every message for a while.
record Storm(boolean telegram, Mischief mischief, Duration lasts) implements Fault {
  @Override
  public String kind() {
    String what = mischief.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return (telegram ? "Telegram" : "Twilio") + " storm: " + what;
  }

  @Override
  public void begin(World world) {
    world.mood(telegram, mischief);
  }

  @Override
  public void end(World world) {
    world.mood(telegram, Mischief.NONE);
  }
}
