package id.kentongan.bot.watch;

import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.Understood;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/// How long the Ear takes, and how sure it was.
public final class MeteredEar implements Ear {
  private final Ear ear;
  private final Meters heard;

  public MeteredEar(Ear ear, MeterRegistry meters) {
    this.ear = ear;
    this.heard = new Meters(meters, "kentongan.ear.hear", "certainty", "Messages that were heard");
  }

  @Override
  public Understood hear(String text) {
    long begun = System.nanoTime();
    Understood understood = ear.hear(text);
    heard.took(understood.certainty().name().toLowerCase(Locale.ROOT), System.nanoTime() - begun);
    return understood;
  }
}
