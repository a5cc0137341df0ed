package id.kentongan.bot;

import id.kentongan.bot.claim.LookedFiles;
import id.kentongan.dialogs.content.Papers;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.documents.PaperCheck;

/// The papers of a claim, looked at as they come in.
final class ClaimRoom {
  private ClaimRoom() {}

  static Files looked(Base base, Files files) {
    Papers.Legible l = base.content().papers().legible();
    var least = new PaperCheck.Least(l.side(), l.brightness(), l.sharpness(), l.dots(), l.pages());
    return new LookedFiles(base.vertx(), files, new PaperCheck(least));
  }
}
