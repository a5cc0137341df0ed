package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Programme;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An agent enrols many people by a list (E3): pasted or as a file, agreed on as a whole; the good
/// rows are taken at once, the others asked about one by one, today or another day.
public final class Batch implements Dialog<Batch.Waiting> {
  public static final String INTENT = "enroll.batch";

  /// What a list waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "batch";
    }
  }

  /// For the list itself.
  public record Listing() implements Waiting {
    @Override
    public String name() {
      return "list";
    }
  }

  /// For the list left unfinished, if there is one; `going`: to go on with it without asking.
  record Finding(EffectId awaited, boolean going) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "finding";
    }
  }

  /// For a yes to go on with the list left unfinished.
  record Found(BatchStand stand) implements Waiting {
    @Override
    public String name() {
      return "found";
    }
  }

  /// For what was sent to be read; `stand` is the list as it stood before.
  record Taking(List<EffectId> awaited, @Nullable BatchStand stand) implements Waiting, Awaits {
    @Override
    public String name() {
      return "taking";
    }

    @Override
    public boolean awaits(EffectId effect) {
      return awaited.contains(effect);
    }
  }

  /// For what the people join, for how long, and that they all agreed. `months` is 0 until told.
  record Planning(String slot, BatchStand stand, Set<Programme> programmes, int months)
      implements Waiting {
    @Override
    public String name() {
      return slot;
    }
  }

  /// For the records to enrol; `row` is the row that was mended or skipped, `then` where a list
  /// goes on that is mended before it is sent.
  record Running(
      EffectId awaited, BatchStand stand, BatchStand.@Nullable Spot row, @Nullable Planning then)
      implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "running";
    }
  }

  /// For the branch to get a list that the village is to pay for.
  record Sending(EffectId awaited, BatchStand stand) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "sending";
    }
  }

  /// For the field that is wrong in a row; `then` is where a list goes on that is mended before it
  /// is sent.
  record Mending(BatchStand stand, @Nullable Planning then) implements Waiting {
    @Override
    public String name() {
      return "row";
    }
  }

  /// For a table; `template`: the empty one, after which the list may come.
  record Drawing(EffectId awaited, boolean template) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "drawing";
    }
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public List<String> fields() {
    return BatchTerms.FIELDS;
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    return BatchStart.begin(scene, opening);
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    if (event instanceof Event.Answered answered) {
      return answered(scene, state, answered);
    }
    if (!(event instanceof FromPerson said)) {
      return Move.PASS;
    }
    return BatchIntake.sent(scene, state, said)
        .or(() -> BatchStart.aside(scene, state, said))
        .orElseGet(() -> told(scene, state, said));
  }

  private static Move answered(Scene scene, Waiting state, Event.Answered answered) {
    return switch (state) {
      case Finding finding -> BatchStart.found(scene, finding, answered.answer());
      case Taking taking -> BatchIntake.read(scene, taking, answered);
      case Running running -> BatchRun.ran(scene, running, answered.answer());
      case Drawing drawing -> BatchStart.drawn(scene, drawing, answered.answer());
      case Sending sending -> BatchSponsor.sent(scene, sending, answered.answer());
      case Listing _, Found _, Planning _, Mending _ -> Move.PASS;
    };
  }

  private static Move told(Scene scene, Waiting state, FromPerson said) {
    return switch (state) {
      case Found found -> BatchStart.chosen(scene, found, said);
      case Planning planning when mends(scene, planning, said) -> {
        scene.acknowledge("batch.mend-later");
        yield new Move.To(planning);
      }
      case Planning planning -> BatchTerms.told(scene, planning, said);
      case Mending mending -> BatchMending.told(scene, mending, said);
      case Listing _, Finding _, Taking _, Running _, Drawing _, Sending _ -> Move.PASS;
    };
  }

  /// A number alone, or a word about one, where rows are to be mended: it comes too early.
  private static boolean mends(Scene scene, Planning planning, FromPerson event) {
    return event instanceof Event.Said said
        && planning.stand().counts().faulty() > 0
        && (BatchIntake.number(said.text()) || Listed.any(scene, "fields.enroll.nik", said.text()));
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Listing _ -> scene.ask(scene.choices(BatchStart.TEMPLATE), "batch.ask.list");
      case Finding _, Drawing _, Sending _ -> scene.ask(List.of(), "wait");
      case Found found -> BatchStart.askFound(scene, found);
      case Taking _ -> scene.ask(List.of(), "batch.taking");
      case Planning planning -> BatchTerms.ask(scene, planning);
      case Running running -> BatchRun.ask(scene, running);
      case Mending mending -> BatchMending.ask(scene, mending.stand());
    }
  }

  /// Where a list goes on as it stands: what is ready first, then the rows to be mended.
  static Move next(Scene scene, BatchStand stand) {
    boolean ready = stand.counts().ready() > 0;
    BatchStand.Terms terms = stand.terms();
    if (ready && terms == null) {
      return new Move.To(new Planning("programmes", stand, Set.of(), 0));
    }
    if (ready && terms != null && terms.sponsorship() != null) {
      return BatchSponsor.waiting(scene, terms.sponsorship());
    }
    if (ready) {
      var awaited = scene.request(new Effect.RunBatch(stand.batch()));
      return new Move.To(new Running(awaited, stand, null, null));
    }
    if (stand.next() != null) {
      return new Move.To(new Mending(stand, null));
    }
    return BatchRun.finished(scene, stand);
  }
}
