package id.kentongan.dialogs.mind.accident;

import id.kentongan.dialogs.ear.ToldPhone;
import id.kentongan.dialogs.mind.claim.ClaimTold;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.heard.Writer;
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
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The questions of a first notice: who, when, where, how it happened, and who tells it.
///
/// Source: Permenaker 1/2025 art. 48A.
final class AccidentSlots {
  static final Form<AccidentDraft> FORM =
      new Form<>(
          List.of(
              new Slot<>(
                  "victim",
                  d -> d.victim() == null,
                  (s, d) -> s.ask(List.of(), who(d)),
                  AccidentSlots::victim,
                  d -> d.victim(null)),
              new Slot<>(
                  "day",
                  d -> d.day() == null,
                  (s, d) -> s.ask(List.of(), "accident.ask.day"),
                  (s, d, e) ->
                      Reading.words(
                          s,
                          e,
                          w -> Told.recentDay(s, w),
                          d::day,
                          x -> new Choice("x", Prices.day(x))),
                  d -> d.day(null)),
              text("time", d -> d.more().time(), AccidentDraft::time, d -> d.time(null)),
              text("where", AccidentDraft::where, AccidentDraft::where, d -> d.where(null)),
              text("story", AccidentDraft::story, AccidentDraft::story, d -> d.story(null)),
              new Slot<>(
                  "nik",
                  d -> d.nik() == null && !d.more().nikLater(),
                  (s, d) ->
                      s.ask(
                          s.choices("nik.unknown"),
                          d.more().death() ? "claim.ask.nik" : "accident.ask.nik"),
                  AccidentSlots::nik,
                  d -> d.nik(null)),
              new Slot<>(
                  "notifier",
                  d -> d.notifier() == null,
                  (s, d) -> s.ask(List.of(), "accident.ask.notifier"),
                  (s, d, e) -> Names.read(s, e, d::notifier),
                  d -> d.notifier(null)),
              new Slot<>(
                  "phone",
                  d -> d.more().phone() == null && !d.more().phoneLater(),
                  (s, d) -> s.ask(s.choices("phone.none"), "accident.ask.phone"),
                  AccidentSlots::phone,
                  d -> d.phone(null)),
              new Slot<>(
                  "right",
                  d -> !d.more().right(),
                  AccidentSlots::summary,
                  AccidentSlots::right,
                  d -> d.right(false))));

  private AccidentSlots() {}

  private static String who(AccidentDraft draft) {
    String other = draft.more().self() ? "accident.ask.self" : "accident.ask.victim";
    return draft.more().death() ? "claim.ask.name" : other;
  }

  private static Fill<AccidentDraft> victim(Scene scene, AccidentDraft d, FromPerson event) {
    if (event instanceof Event.Said said && AccidentTold.place(scene, said.text())) {
      scene.acknowledge("claim.noted");
      return new Fill.Filled<>(d.where(Told.plain(said.text())));
    }
    if (event instanceof Event.Said said
        && Listed.any(scene, "accident.story-words", said.text())
        && Names.happened(scene, said.text())
        && !Reading.questioning(scene, said.understood())) {
      scene.acknowledge("claim.noted");
      return new Fill.Filled<>(d.story(AccidentTold.longer(d.story(), said.text())));
    }
    Optional<String> writer =
        event instanceof Event.Said said && d.notifier() == null
            ? Writer.ofKin(scene, said.text())
            : Optional.empty();
    if (writer.isPresent()) {
      scene.acknowledge("claim.noted");
      return new Fill.Filled<>(d.notifier(writer.get()));
    }
    if (event instanceof Event.Said said && AccidentTold.oneself(scene, said.text())) {
      scene.explain("accident.oneself");
      return new Fill.Filled<>(d.ofReporter());
    }
    return Names.read(scene, event, d::victim);
  }

  private static Fill<AccidentDraft> nik(Scene scene, AccidentDraft d, FromPerson event) {
    if (unknown(scene, event, "nik.unknown")) {
      return new Fill.Filled<>(d.nikLater());
    }
    Function<Nik, Choice> masked = n -> new Choice("x", n.masked());
    return Reading.words(scene, event, w -> Told.nik(scene, w), d::nik, masked);
  }

  private static Fill<AccidentDraft> phone(Scene scene, AccidentDraft d, FromPerson event) {
    if (event instanceof Event.SentContact contact) {
      return new Fill.Filled<>(d.phone(contact.phone()));
    }
    if (unknown(scene, event, "phone.none")) {
      return new Fill.Filled<>(d.phoneLater());
    }
    return Reading.words(
        scene,
        event,
        w -> scene.content().parsers().phone(w.text()),
        told -> reached(scene, d, told),
        _ -> scene.choice("phone.none"));
  }

  private static AccidentDraft reached(Scene scene, AccidentDraft d, ToldPhone told) {
    Phone phone =
        switch (told) {
          case ToldPhone.Given(Phone given) -> given;
          case ToldPhone.Sender() -> Told.senderPhone(scene);
        };
    return phone == null ? d.phoneLater() : d.phone(phone);
  }

  private static boolean unknown(Scene scene, FromPerson event, String choice) {
    return (event instanceof Event.Tapped t && t.choice().equals(choice))
        || (event instanceof Event.Said said
            && (Listed.any(scene, "claim.unknown-words", said.text())
                || Commands.listed(scene, "status.skip-words", said.text())));
  }

  private interface Put {
    AccidentDraft into(AccidentDraft draft, String value);
  }

  private interface Get {
    @Nullable String of(AccidentDraft draft);
  }

  private static Slot<AccidentDraft> text(
      String name, Get get, Put put, java.util.function.UnaryOperator<AccidentDraft> clear) {
    return new Slot<>(
        name,
        d -> get.of(d) == null,
        (s, d) -> s.ask(List.of(), "accident.ask." + name),
        (s, d, e) -> {
          if (!(e instanceof Event.Said said)
              || (wish(said) && !Accident.tells(said))
              || (name.equals("where") && Reading.likely(s, said.understood()).isPresent())) {
            return new Fill.Other<>();
          }
          Optional<String> named =
              name.equals("time")
                  ? AccidentTold.named(s, d, said)
                  : Writer.announced(s, said.text());
          if (named.isPresent()) {
            s.acknowledge("claim.noted");
            return new Fill.Filled<>(d.victim(named.get()));
          }
          if (name.equals("time") && AccidentTold.onlyPlace(s, d, said.text())) {
            s.acknowledge("claim.noted");
            return new Fill.Filled<>(d.where(Told.plain(said.text())));
          }
          if (name.equals("where") && AccidentTold.elsewise(s, said.text())) {
            return new Fill.Filled<>(AccidentTold.instead(s, d, said.text()));
          }
          if (AccidentTold.empty(s, name, said.text())) {
            s.acknowledge("small.go-on");
            return new Fill.Unclear<>();
          }
          if (AccidentTold.denies(s, name, said)) {
            s.acknowledge("claim.noted");
            return new Fill.Unclear<>();
          }
          Optional<String> astray = AccidentTold.astray(s, name, said.understood());
          if (astray.isPresent()) {
            s.explain(astray.get());
            return new Fill.Unclear<>();
          }
          var day = name.equals("time") ? Optional.<LocalDate>empty() : day(s, said);
          return new Fill.Filled<>(
              day.map(d::day).orElseGet(() -> put.into(d, Told.plain(said.text()))));
        },
        clear);
  }

  /// A day told again is no place and no story.
  private static Optional<LocalDate> day(Scene scene, Event.Said said) {
    return ClaimTold.day(scene, said.understood());
  }

  private static boolean wish(Event.Said said) {
    return said.text().isBlank() || Reading.wish(said.understood());
  }

  /// Where something is wrong, the field is chosen next.
  private static Fill<AccidentDraft> right(Scene scene, AccidentDraft d, FromPerson event) {
    return switch (Reading.yesNo(scene, "right", event, yes -> yes)) {
      case Fill.Filled<Boolean>(Boolean yes) when yes -> new Fill.Filled<>(d.right(true));
      case Fill.Filled<Boolean> _ -> {
        scene.ask(
            scene.choices(
                "wrong.victim",
                "wrong.day",
                "wrong.time",
                "wrong.where",
                "wrong.story",
                "wrong.nik",
                "wrong.notifier"),
            "accident.ask.wrong");
        yield new Fill.Unclear<>();
      }
      case Fill.Unclear<Boolean> _ -> new Fill.Unclear<>();
      case Fill.Other<Boolean> _ -> new Fill.Other<>();
    };
  }

  private static void summary(Scene scene, AccidentDraft d) {
    Nik nik = d.nik();
    String time = d.more().time();
    scene.ask(
        Reading.yesNoChoices(scene, "right"),
        "accident.ask.right",
        "korban",
        Objects.requireNonNull(d.victim()),
        "hari",
        Prices.day(Objects.requireNonNull(d.day())),
        "jam",
        time == null ? scene.words("accident.no-time") : time,
        "tempat",
        Objects.requireNonNull(d.where()),
        "cerita",
        Objects.requireNonNull(d.story()),
        "nik",
        nik == null ? scene.words("accident.no-nik") : nik.masked(),
        "pelapor",
        Objects.requireNonNull(d.notifier()));
  }
}
