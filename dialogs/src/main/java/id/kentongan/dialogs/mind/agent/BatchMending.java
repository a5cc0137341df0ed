package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.roll.RollDefaults;
import id.kentongan.dialogs.roll.RollField;
import id.kentongan.dialogs.roll.RollReader;
import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Mends a row: it is quoted with what is wrong, and the answer takes the place of the field.
final class BatchMending {
  static final String SKIP = "batch.skip";
  static final String LATER = "batch.later";

  private BatchMending() {}

  static void ask(Scene scene, BatchStand stand) {
    BatchStand.Faulty row = row(stand);
    BatchStand.Problem problem = row.problem();
    scene.ask(
        scene.choices(SKIP, LATER),
        "batch.ask.row",
        "baris",
        BatchText.where(scene, row.spot()),
        "kutipan",
        BatchText.masked(row.quoted()),
        "alasan",
        scene.words(problem.reason(), "detail", problem.detail()));
  }

  static Move told(Scene scene, Batch.Mending state, FromPerson event) {
    String tapped = event instanceof Event.Tapped t ? t.choice() : "";
    String text = event instanceof Event.Said said ? said.text() : "";
    if (tapped.equals(SKIP) || skips(scene, text)) {
      return skip(scene, state);
    }
    if (tapped.equals(LATER) || later(scene, text)) {
      return state.then() == null
          ? BatchStart.leave(scene, "batch.left")
          : new Move.To(BatchSponsor.as(state.stand(), state.then()));
    }
    if (Commands.listed(scene, "enroll.go-on", text)) {
      return new Move.To(state);
    }
    return event instanceof Event.Said said ? mended(scene, state, said) : Move.PASS;
  }

  /// Also with a reason before it: `bu warsiti emang guru PNS, lewati aja`.
  private static boolean skips(Scene scene, String text) {
    String last = text.substring(text.lastIndexOf(',') + 1);
    return Commands.listed(scene, "batch.words.skip", text)
        || Commands.listed(scene, "batch.words.skip", last);
  }

  /// Also with a reason behind it: `nanti dulu ya mau ke sawah`.
  private static boolean later(Scene scene, String text) {
    String said = text.toLowerCase(Locale.ROOT).strip();
    return Commands.listed(scene, "batch.words.later", text)
        || scene.heard("batch.words.later").stream()
            .anyMatch(sign -> sign.contains(" ") && said.startsWith(sign + ' '));
  }

  private static Move skip(Scene scene, Batch.Mending state) {
    BatchStand stand = state.stand();
    BatchStand.Spot spot = row(stand).spot();
    var awaited = scene.request(new Effect.SkipRow(stand.batch(), spot));
    return new Move.To(new Batch.Running(awaited, stand, spot, state.then()));
  }

  private static Move mended(Scene scene, Batch.Mending state, Event.Said said) {
    BatchStand.Faulty row = row(state.stand());
    RollField field = field(scene, row, said.text());
    boolean free = field == RollField.NAME;
    boolean words = free || field == RollField.OCCUPATION;
    if (Reading.asks(scene, said.understood())
        || (free && Reading.wish(said.understood()))
        || (words && Reading.questioning(scene, said.understood()))) {
      return Move.PASS;
    }
    if (free && Names.nobody(scene, said.text())) {
      scene.explain("name.not-a-name", "detail", "");
      return new Move.To(state);
    }
    Map<String, String> told = new HashMap<>(row.told());
    told.put(field.name(), said.text().strip());
    if (read(scene, state.stand(), row, told) instanceof RollRow.Bad bad
        && bad.fault().field() == field) {
      if (Reading.wish(said.understood())) {
        return Move.PASS;
      }
      scene.explain(bad.fault().reason(), "detail", bad.fault().detail());
      return new Move.To(state);
    }
    var mended = new BatchStand.Faulty(row.spot(), row.quoted(), told, row.problem());
    var awaited = scene.request(new Effect.MendRow(state.stand().batch(), mended));
    return new Move.To(new Batch.Running(awaited, state.stand(), row.spot(), state.then()));
  }

  /// why: where the birth date does not agree with the NIK, either may be the wrong one
  private static RollField field(Scene scene, BatchStand.Faulty row, String text) {
    RollField asked = RollField.valueOf(row.problem().field());
    boolean nik = scene.content().parsers().nik(text, scene.today()) instanceof Parsed.Value;
    return asked == RollField.BIRTH && nik ? RollField.NIK : asked;
  }

  private static RollRow read(
      Scene scene, BatchStand stand, BatchStand.Faulty row, Map<String, String> told) {
    var content = scene.content();
    var defaults = RollDefaults.of(content, stand.village(), scene.month());
    return new RollReader(content, scene.today(), defaults)
        .again(row.spot().line(), row.quoted(), RollField.named(told));
  }

  private static BatchStand.Faulty row(BatchStand stand) {
    return Objects.requireNonNull(stand.next(), "a list with a row to mend");
  }
}
