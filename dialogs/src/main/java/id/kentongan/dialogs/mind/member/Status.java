package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where somebody stands (S1): told at once in a conversation bound to its person, else after NIK,
/// birth date and one thing that a NIK does not contain.
public final class Status implements Dialog<Status.Waiting> {
  /// What a status question waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "status";
    }
  }

  record Asking(String slot, Proof proof) implements Waiting {
    @Override
    public String name() {
      return slot;
    }
  }

  /// A code is on its way to the phone in the record, if there is one.
  record Sending(EffectId awaited, Proof proof) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "sending";
    }
  }

  /// With what was shown, to be mended when it does not match.
  record Identifying(EffectId awaited, Proof proof) implements Waiting, Awaits.One {
    /// why: states stored before it was kept have none
    Identifying {
      proof = Objects.requireNonNullElse(proof, Proof.NONE);
    }

    @Override
    public String name() {
      return "identifying";
    }
  }

  record Reading(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "reading";
    }
  }

  /// What was shown so far; `sent`: whether a code was sent to the phone in the record.
  record Proof(@Nullable Nik nik, @Nullable LocalDate born, @Nullable Code code, boolean sent) {
    static final Proof NONE = new Proof(null, null, null, false);

    Proof coded(@Nullable Code told) {
      return new Proof(nik, born, told, sent);
    }
  }

  static final String MEMBERSHIP = "status.membership";
  static final String CONTRIBUTION = "status.contribution";
  static final String ENROLLMENT = "status.enrollment";
  public static final String CLAIM = "status.claim";

  /// The numbers that people are given to follow a matter by, as they type them.
  private static final Pattern NUMBER =
      Pattern.compile("(?i)\\b(DFT|JKM|JKK|BYR|TKT)[- ]?20\\d\\d[- ]?\\d{4,9}\\b");

  /// How one's own membership stands: one answer tells it all.
  public static final Set<String> STANDING = Set.of(MEMBERSHIP, CONTRIBUTION, ENROLLMENT);

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public List<String> fields() {
    return StatusSlots.FORM.names();
  }

  @Override
  public Set<String> intents() {
    return Set.of(MEMBERSHIP, CONTRIBUTION, ENROLLMENT, CLAIM);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    String person = scene.person();
    if (Listed.any(scene, "status.impatient-words", opening.text())) {
      scene.acknowledge("status.sorry");
    }
    if (opening.intent().equals(CLAIM) && person == null) {
      return new Move.To(new Reading(scene.request(new Effect.ReadClaims())));
    }
    if (person != null) {
      return new Move.To(new Reading(scene.request(new Effect.ReadStatus(person))));
    }
    Sharing.ofOwn(scene);
    scene.acknowledge("status.why");
    return new Move.To(new Asking("nik", Proof.NONE));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Asking asking ->
          event instanceof FromPerson said ? fill(scene, asking, said) : Move.PASS;
      case Sending s -> event instanceof Event.Answered a ? sent(scene, s, a.answer()) : Move.PASS;
      case Identifying i ->
          event instanceof Event.Answered a ? identified(scene, i.proof(), a.answer()) : Move.PASS;
      case Reading _ -> event instanceof Event.Answered a ? read(scene, a.answer()) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Asking a -> StatusSlots.FORM.slot(a.slot()).asker().accept(scene, a.proof());
      case Sending _, Identifying _, Reading _ -> scene.ask(List.of(), "wait");
    }
  }

  private static Move fill(Scene scene, Asking asking, FromPerson event) {
    if (event instanceof Event.Tapped t && t.choice().equals(Commands.BACK)) {
      return StatusSlots.FORM
          .back(asking.slot(), asking.proof())
          .<Move>map(b -> new Move.To(new Asking(b.slot(), b.draft())))
          .orElse(Move.PASS);
    }
    Proof shown = asking.proof();
    if (event instanceof Event.Said said && asking.slot().equals("nik")) {
      var kin = Sharing.kin(scene, MEMBERSHIP, said.text());
      if (kin.isPresent()) {
        Sharing.ofKin(scene);
        scene.acknowledge("profile.kin", "siapa", kin.get());
        return new Move.To(asking);
      }
    }
    if (event instanceof Event.Said said && holdsCard(scene, said.text())) {
      scene.acknowledge("status.has-card");
      return new Move.To(asking);
    }
    if (event instanceof Event.Said said
        && Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && intent.equals("hesitate")) {
      scene.say("status.later");
      scene.askText(scene.choices("do.status.membership", Commands.MENU), "");
      return Move.OVER;
    }
    if (event instanceof Event.Tapped t
        && t.choice().equals(StatusSlots.SEND)
        && shown.nik() != null
        && shown.born() != null) {
      if (!StatusSlots.codes(scene)) {
        scene.say("status.no-code");
        return new Move.To(new Asking("proof", new Proof(shown.nik(), shown.born(), null, false)));
      }
      var send = new Effect.SendCode(shown.nik(), shown.born());
      return new Move.To(new Sending(scene.request(send), shown));
    }
    return switch (StatusSlots.FORM.read(scene, asking.slot(), asking.proof(), event)) {
      case Fill.Filled<Proof>(Proof proof) -> next(scene, proof);
      case Fill.Unclear<Proof> _ -> new Move.To(asking);
      case Fill.Other<Proof> _ -> Move.PASS;
    };
  }

  /// `kok ga ketemu padahal punya kartunya`: there is a card, and what it says may be compared.
  private static boolean holdsCard(Scene scene, String text) {
    return text.chars().noneMatch(Character::isDigit)
        && Listed.any(scene, "status.has-card-words", text);
  }

  /// Whether somebody asks how far the notice of an accident has come.
  public static boolean ofAccident(Scene scene, String text) {
    return Listed.any(scene, "status.notice-words", text)
        && Listed.any(scene, "status.where-words", text);
  }

  /// What a number of ours is about, wherever it stands: `DFT-2026-000123 gimana`.
  public static Optional<String> numbered(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.find()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (number.group(1).toUpperCase(Locale.ROOT)) {
          case "DFT" -> ENROLLMENT;
          case "BYR" -> CONTRIBUTION;
          case "TKT" -> Commands.HUMAN;
          default -> CLAIM;
        });
  }

  private static Move next(Scene scene, Proof proof) {
    var open = StatusSlots.FORM.next(proof);
    if (open.isPresent()) {
      return new Move.To(new Asking(open.get().name(), proof));
    }
    var identify =
        new Effect.Identify(
            Objects.requireNonNull(proof.nik()),
            Objects.requireNonNull(proof.born()),
            Objects.requireNonNull(proof.code()));
    return new Move.To(new Identifying(scene.request(identify), proof));
  }

  /// The same words whether or not there is such a record.
  private static Move sent(Scene scene, Sending state, Answer answer) {
    if (answer instanceof Answer.CodeSent) {
      Proof p = state.proof();
      return new Move.To(new Asking("proof", new Proof(p.nik(), p.born(), null, true)));
    }
    scene.say(answer instanceof Answer.TooManyTries ? "identity.too-many" : "given-up");
    scene.askText(scene.choices("do.status.membership", Commands.HUMAN, Commands.MENU), "");
    return Move.OVER;
  }

  /// What does not match is asked for again as long as the records allow tries.
  private static Move identified(Scene scene, Proof proof, Answer answer) {
    if (answer instanceof Answer.Identified who) {
      scene.bind(who.person());
      if (Sharing.joins(scene, who.person())) {
        return new Move.To(new SharedPhone.Setting(who.person(), MEMBERSHIP));
      }
      return new Move.To(new Reading(scene.request(new Effect.ReadStatus(who.person()))));
    }
    if (answer instanceof Answer.NotIdentified) {
      scene.say(proof.sent() ? "status.wrong-code" : "identity.not-matched");
      Proof again = proof.coded(null);
      return new Move.To(new Asking(StatusSlots.FORM.next(again).orElseThrow().name(), again));
    }
    scene.say(answer instanceof Answer.TooManyTries ? "identity.too-many" : "given-up");
    scene.askText(scene.choices("do.status.membership", Commands.HUMAN, Commands.MENU), "");
    return Move.OVER;
  }

  private static Move read(Scene scene, Answer answer) {
    Sharing.close(scene);
    if (!(answer instanceof Answer.StatusRead read)) {
      scene.say("given-up");
      return Move.OVER;
    }
    if (read.status().empty()) {
      scene.say("status.no-claim");
      scene.askText(scene.choices("do.claim.jkm.start", Commands.HUMAN, Commands.MENU), "");
      return Move.OVER;
    }
    scene.sayText(StatusText.of(scene, read.status()));
    scene.askText(StatusText.next(scene, read.status()), "");
    return Move.OVER;
  }
}
