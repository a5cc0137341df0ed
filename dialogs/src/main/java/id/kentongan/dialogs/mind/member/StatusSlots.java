package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.mind.claim.ClaimTold;
import id.kentongan.dialogs.mind.enroll.EnrollSlots;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.member.Status.Proof;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Form;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What whoever asks for a status is asked to show: NIK, birth date, and one thing that a NIK does
/// not contain.
final class StatusSlots {
  /// Asks for a code to the phone in the record.
  static final String SEND = "code.send";

  static final Form<Proof> FORM =
      new Form<>(
          List.of(
              new Slot<>(
                  "nik",
                  p -> p.nik() == null,
                  (s, p) -> s.ask(List.of(), "status.ask.nik"),
                  StatusSlots::nik,
                  p -> new Proof(null, p.born(), p.code(), false)),
              new Slot<>(
                  "birth",
                  p -> p.born() == null,
                  (s, p) -> s.ask(List.of(), "status.ask.birth"),
                  (s, p, e) ->
                      Reading.words(
                          s,
                          e,
                          w -> Told.birthDate(s, w),
                          d -> new Proof(p.nik(), d, p.code(), p.sent()),
                          d -> new Choice("x", Prices.day(d))),
                  p -> new Proof(p.nik(), null, p.code(), false)),
              new Slot<>(
                  "proof",
                  p -> p.code() == null,
                  StatusSlots::ask,
                  StatusSlots::read,
                  p -> p.coded(null))));

  private StatusSlots() {}

  private static Fill<Proof> nik(Scene scene, Proof p, FromPerson event) {
    if (event instanceof Event.Said said && withoutNik(scene, said)) {
      boolean skips = Commands.listed(scene, "status.skip-words", said.text());
      scene.explain(skips ? "status.nik-needed" : "status.no-nik");
      scene.offer(scene.choice(Commands.HUMAN));
      return new Fill.Unclear<>();
    }
    return Reading.words(
        scene,
        event,
        w -> Told.nik(scene, w),
        n -> new Proof(n, p.born(), p.code(), p.sent()),
        n -> new Choice("x", n.masked()));
  }

  /// Who has no NIK at hand, does not know it, or would rather go on without.
  private static boolean withoutNik(Scene scene, Event.Said said) {
    boolean unknown =
        said.text().chars().noneMatch(Character::isDigit)
            && Listed.any(scene, "claim.unknown-words", said.text());
    return unknown
        || Commands.listed(scene, "status.skip-words", said.text())
        || EnrollSlots.noCard(scene, said);
  }

  private static void ask(Scene scene, Proof proof) {
    if (proof.sent()) {
      scene.ask(scene.choices(SEND, Commands.HUMAN), "status.ask.sent");
    } else if (codes(scene)) {
      scene.ask(scene.choices(SEND, Commands.HUMAN), "status.ask.proof-or-code");
    } else {
      scene.ask(scene.choices(Commands.HUMAN), "status.ask.proof");
    }
  }

  /// A code that was sent, a receipt code or a KPJ; whoever has neither is helped by an officer.
  private static Fill<Proof> read(Scene scene, Proof p, FromPerson event) {
    if (!(event instanceof Event.Said said)) {
      return new Fill.Other<>();
    }
    var nik = ClaimTold.nik(scene, said.understood());
    if (nik.isPresent()) {
      return new Fill.Filled<>(new Proof(nik.get(), p.born(), null, false));
    }
    var code =
        Told.proof(said.text()).or(() -> p.sent() ? Told.sentCode(said.text()) : Optional.empty());
    if (code.isPresent()) {
      return new Fill.Filled<>(p.coded(code.get()));
    }
    if (Told.birthDate(scene, said.understood())
        instanceof Parsed.Value<LocalDate>(LocalDate born)) {
      return new Fill.Filled<>(new Proof(p.nik(), born, null, false));
    }
    if (Reading.wish(said.understood())) {
      return new Fill.Other<>();
    }
    scene.explain(codes(scene) ? "status.no-proof-but-code" : "status.no-proof");
    return new Fill.Unclear<>();
  }

  /// Whether a code can reach the phone in a record, and proves anything: not where others share
  /// it.
  static boolean codes(Scene scene) {
    return scene.content().rules().consent().reach().codes() && !Sharing.several(scene);
  }
}
