package id.kentongan.bot;

import id.kentongan.bot.claim.ClaimPage;
import id.kentongan.bot.claim.ClaimRecords;
import id.kentongan.bot.claim.LookedFiles;
import id.kentongan.bot.made.DrawingRoom;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Papers;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.documents.PaperCheck;
import java.util.function.Supplier;

/// What a claim needs beside the records: its page drawn, its papers looked at.
final class ClaimRoom {
  private ClaimRoom() {}

  static Records over(
      Supplier<Content> content, Records records, DrawingRoom room, String publicUrl) {
    return new ClaimRecords(records, room, new ClaimPage(content, publicUrl));
  }

  static Files looked(Base base, Files files) {
    Papers.Legible l = base.content().papers().legible();
    var least = new PaperCheck.Least(l.side(), l.brightness(), l.sharpness(), l.dots(), l.pages());
    return new LookedFiles(base.vertx(), files, new PaperCheck(least));
  }
}
