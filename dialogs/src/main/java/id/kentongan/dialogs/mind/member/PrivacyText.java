package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.MyData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What is kept about somebody, as it is told.
final class PrivacyText {
  private PrivacyText() {}

  static String of(Scene scene, MyData data) {
    var lines = new ArrayList<String>();
    lines.add(scene.words("privacy.list"));
    MyData.Who who = data.who();
    if (who == null) {
      lines.add(scene.words("privacy.line.nobody"));
    } else {
      String phone = who.phone();
      lines.add(
          scene.words(
              phone == null ? "privacy.line.who" : "privacy.line.who-phone",
              "nama",
              who.name(),
              "nik",
              who.nik(),
              "hp",
              phone == null ? "" : phone));
    }
    MyData.Counts counts = data.counts();
    line(scene, lines, "enrollments", counts.enrollments());
    line(scene, lines, "claims", counts.claims());
    line(scene, lines, "drafts", counts.drafts());
    line(scene, lines, "files", counts.files());
    Instant since = data.since();
    if (counts.messages() > 0 && since != null) {
      lines.add(
          scene.words(
              "privacy.line.messages",
              "n",
              Integer.toString(counts.messages()),
              "hari",
              day(scene, since)));
    }
    for (MyData.Given given : data.consents()) {
      lines.add(
          scene.words(
              "privacy.line.consent", "versi", given.version(), "hari", day(scene, given.at())));
    }
    return String.join("\n", lines);
  }

  /// What stays for now, one line each.
  static String kept(Scene scene, List<MyData.Kept> kept) {
    var lines = new ArrayList<String>();
    lines.add(scene.words("privacy.kept-list"));
    for (MyData.Kept one : kept) {
      LocalDate until = one.until();
      lines.add(
          scene.words(
              "privacy.kept." + one.kind(),
              "nomor",
              one.matter(),
              "hari",
              until == null ? "" : Prices.day(until)));
    }
    return String.join("\n", lines);
  }

  private static void line(Scene scene, List<String> lines, String kind, int count) {
    if (count > 0) {
      lines.add(scene.words("privacy.line." + kind, "n", Integer.toString(count)));
    }
  }

  private static String day(Scene scene, Instant at) {
    return Prices.day(LocalDate.ofInstant(at, scene.zone()));
  }
}
