package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.Effect;
import java.util.List;

/// While the people of a list are enrolled: how far it is, what came of it, and the end.
final class BatchRun {
  private BatchRun() {}

  static void ask(Scene scene, Batch.Running running) {
    if (running.row() != null) {
      scene.ask(List.of(), "wait");
      return;
    }
    scene.ask(
        List.of(),
        "batch.running",
        "n",
        BatchText.number(running.stand().counts().enrolled()),
        "semua",
        BatchText.number(people(running.stand())));
  }

  static Move ran(Scene scene, Batch.Running running, Answer answer) {
    if (!(answer instanceof Answer.BatchStands(BatchStand now, var known))) {
      return BatchStart.lost(scene, answer);
    }
    BatchText.known(scene, known);
    BatchStand before = running.stand();
    BatchStand.Spot row = running.row();
    boolean more = now.counts().enrolled() > before.counts().enrolled();
    if (row != null) {
      settled(scene, row, before, now);
    } else if (now.counts().ready() > 0 && more) {
      scene.say(
          "batch.progress",
          "n",
          BatchText.number(now.counts().enrolled()),
          "semua",
          BatchText.number(people(now)));
    } else if (now.next() != null && more) {
      scene.say("batch.enrolled", "n", BatchText.number(now.counts().enrolled()));
    }
    if (row == null && now.counts().ready() == 0 && now.next() != null) {
      scene.acknowledge("batch.mending", "n", BatchText.number(now.counts().faulty()));
    }
    Batch.Planning then = running.then();
    return then == null ? Batch.next(scene, now) : BatchSponsor.mended(scene, now, then);
  }

  private static void settled(Scene scene, BatchStand.Spot row, BatchStand before, BatchStand now) {
    String where = BatchText.where(scene, row);
    if (now.counts().enrolled() > before.counts().enrolled()) {
      scene.say("batch.row.enrolled", "baris", where);
    } else if (now.counts().ready() > before.counts().ready()) {
      scene.say("batch.row.ready", "baris", where);
    } else if (now.counts().skipped() > before.counts().skipped()) {
      scene.say("batch.row.skipped", "baris", where);
    }
  }

  private static int people(BatchStand stand) {
    return stand.counts().ready() + stand.counts().enrolled();
  }

  /// Nothing is left to do: what came of the list, and its table.
  static Move finished(Scene scene, BatchStand stand) {
    BatchStart.ended(scene);
    BatchStand.Terms terms = stand.terms();
    if (terms == null || stand.counts().enrolled() == 0) {
      scene.say("batch.nothing-new", "isi", BatchText.parts(scene, stand));
    } else {
      scene.say(
          "batch.done",
          "isi",
          BatchText.parts(scene, stand),
          "total",
          terms.total().toString(),
          "bulan",
          "" + terms.months());
    }
    var awaited = scene.request(new Effect.DrawBatch(stand.batch()));
    return new Move.To(new Batch.Drawing(awaited, false));
  }
}
