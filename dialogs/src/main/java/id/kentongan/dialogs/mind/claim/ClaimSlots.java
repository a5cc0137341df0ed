package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.mind.claim.ClaimDraft.Place;
import id.kentongan.dialogs.mind.heard.Children;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Pupils;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Form;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Answer.Standing;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The questions of a claim, one at a time; what is not needed is not asked.
public final class ClaimSlots {
  private static final String RELATION = "relation.";
  private static final Set<String> CAUSES = Set.of("cause.illness", "cause.work", "cause.other");

  public static final Form<ClaimDraft> FORM =
      new Form<>(
          Stream.of(death(), ClaimHeirs.slots(), Stream.of(nik(), second()), children(), heir())
              .flatMap(slots -> slots)
              .toList());

  private ClaimSlots() {}

  private static Stream<Slot<ClaimDraft>> death() {
    return Stream.of(
        new Slot<>(
            "relation",
            d -> d.heir().relation() == null,
            (s, d) -> s.ask(relations(s), "claim.ask.relation"),
            ClaimSlots::relation,
            d -> d.related(null)),
        new Slot<>(
            "name",
            d -> d.deceased().name() == null,
            (s, d) -> s.ask(List.of(), "claim.ask.name"),
            (s, d, e) -> Names.read(s, e, d::named),
            d -> d.named(null)),
        new Slot<>(
            "died",
            d -> d.deceased().died() == null,
            (s, d) -> s.ask(List.of(), "claim.ask.died"),
            (s, d, e) ->
                Reading.words(
                    s,
                    e,
                    w -> Told.recentDay(s, w),
                    d::died,
                    day -> new Choice("x", Prices.day(day))),
            d -> d.died(null)),
        new Slot<>(
            "cause",
            d -> d.deceased().cause() == null,
            (s, d) ->
                s.ask(
                    s.choices("cause.illness", "cause.accident", "cause.other"), "claim.ask.cause"),
            ClaimSlots::cause,
            d -> d.caused(null)),
        new Slot<>(
            "working",
            d -> d.deceased().cause() != null && d.circumstances().working() == null,
            (s, d) ->
                s.ask(
                    s.choices("working.yes-work", "working.way", "working.no-work"),
                    "claim.ask.working"),
            ClaimSlots::working,
            d -> d.working(null)),
        new Slot<>(
            "place",
            d -> d.circumstances().place() == null,
            (s, d) ->
                s.ask(
                    Stream.of(Place.values())
                        .map(p -> s.choice("place." + ClaimTold.key(p)))
                        .toList(),
                    "claim.ask.place"),
            ClaimSlots::place,
            d -> d.at(null)));
  }

  private static Slot<ClaimDraft> nik() {
    return new Slot<>(
        "nik",
        d -> d.deceased().nik() == null && !d.deceased().nikLater(),
        (s, d) -> s.ask(s.choices("nik.unknown"), "claim.ask.nik"),
        (s, d, e) -> {
          boolean unknown =
              switch (e) {
                case Event.Tapped t -> t.choice().equals("nik.unknown");
                case Event.Said said ->
                    Listed.any(s, "claim.unknown-words", said.text())
                        || Commands.listed(s, "status.skip-words", said.text());
                case Event.Edited _,
                    Event.SentFile _,
                    Event.SentLocation _,
                    Event.SentContact _,
                    Event.SentOther _ ->
                    false;
              };
          if (unknown) {
            s.say("claim.no-nik");
            return new Fill.Filled<>(d.nikLater());
          }
          return Reading.words(
              s, e, w -> Told.nik(s, w), d::identified, n -> new Choice("x", n.masked()));
        },
        d -> d.identified(null));
  }

  /// Another membership is worth asking about only where the first does not carry the claim.
  private static Slot<ClaimDraft> second() {
    return new Slot<>(
        "second",
        d ->
            d.found().looked()
                && d.found().second() == null
                && (d.found().standing() == null || d.found().standing() == Standing.LAPSED),
        (s, d) -> s.ask(Reading.yesNoChoices(s, "second"), "claim.ask.second"),
        (s, d, e) ->
            e instanceof Event.Said said && !Children.of(s, said.text()).none()
                ? new Fill.Other<>()
                : ClaimTold.there(s, "second", e, d::second),
        d -> d.second(null));
  }

  private static Stream<Slot<ClaimDraft>> children() {
    return Stream.of(
        new Slot<>(
            "school",
            d -> d.found().schools() && d.found().school() == null,
            (s, d) ->
                s.ask(
                    Reading.yesNoChoices(s, "school"),
                    "claim.ask.school",
                    "umur",
                    "" + s.content().rules().school().untilAge()),
            (s, d, e) -> ClaimTold.there(s, "school", e, d::school),
            d -> d.school(null)),
        new Slot<>(
            "children",
            d -> Boolean.TRUE.equals(d.found().school()) && d.found().children().isEmpty(),
            (s, d) -> s.ask(List.of(), "claim.ask.children"),
            (s, d, e) ->
                Reading.words(s, e, w -> Pupils.read(s, w.text()), d::children, ClaimSlots::never),
            d -> d.children(List.of())));
  }

  private static Stream<Slot<ClaimDraft>> heir() {
    return Stream.of(
        new Slot<>(
            "heir",
            d -> d.heir().name() == null,
            (s, d) -> s.ask(List.of(), heirQuestion(d)),
            ClaimSlots::claimant,
            d -> d.claimedBy(null)));
  }

  /// Who writes the name of the one who died again is asked for their own.
  private static Fill<ClaimDraft> claimant(Scene scene, ClaimDraft d, FromPerson event) {
    Fill<ClaimDraft> read = Names.read(scene, event, d::claimedBy);
    String dead = d.deceased().name();
    if (read instanceof Fill.Filled<ClaimDraft>(ClaimDraft named)
        && dead != null
        && dead.equalsIgnoreCase(named.heir().name())) {
      scene.explain("claim.heir-same");
      return new Fill.Unclear<>();
    }
    return read;
  }

  private static String heirQuestion(ClaimDraft draft) {
    if (ClaimHeirs.minor(draft)) {
      return "claim.ask.guardian";
    }
    return ClaimHeirs.another(draft) ? "claim.ask.heir-other" : "claim.ask.heir";
  }

  private static List<Choice> relations(Scene scene) {
    return scene.choices(
        "relation.wife",
        "relation.husband",
        "relation.child",
        "relation.parent",
        "relation.sibling",
        "relation.more");
  }

  private static Fill<ClaimDraft> relation(Scene scene, ClaimDraft d, FromPerson event) {
    if (event instanceof Event.Tapped t && t.choice().equals("relation.more")) {
      scene.ask(
          scene.choices(
              "relation.grandchild",
              "relation.grandparent",
              "relation.parent_in_law",
              "relation.will",
              "relation.other"),
          "claim.ask.relation-more");
      return new Fill.Unclear<>();
    }
    if (event instanceof Event.Tapped tapped && tapped.choice().startsWith(RELATION)) {
      Optional<Relation> told = Relation.named(tapped.choice().substring(RELATION.length()));
      if (told.isPresent()) {
        return new Fill.Filled<>(d.related(told.get()));
      }
    }
    // why: `anak saya dua, sd kelas 3` tells of children, not whose child died
    if (event instanceof Event.Said said
        && Told.relation(scene, said.understood()) instanceof Parsed.Value<Relation>(Relation told)
        && told == Relation.PARENT
        && !Children.of(scene, said.text()).none()) {
      scene.acknowledge("claim.noted");
      return new Fill.Unclear<>();
    }
    return Reading.words(
        scene,
        event,
        w -> Told.relation(scene, w),
        d::related,
        r -> scene.choice(RELATION + r.name().toLowerCase(Locale.ROOT)));
  }

  /// The cause in the family's own words, or by a button; an accident at work is the work accident
  /// benefit's matter.
  private static Fill<ClaimDraft> cause(Scene scene, ClaimDraft d, FromPerson event) {
    return switch (event) {
      case Event.Tapped t when t.choice().equals("cause.accident") ->
          new Fill.Filled<>(d.caused(t.choice()));
      case Event.Tapped t when CAUSES.contains(t.choice()) ->
          new Fill.Filled<>(d.caused(t.choice()).working(t.choice().equals("cause.work")));
      case Event.Said said when said.text().chars().noneMatch(Character::isLetter) -> {
        scene.explain("claim.cause-unclear");
        yield new Fill.Unclear<>();
      }
      case Event.Said said
          when !ClaimTold.saysCause(scene, said.text())
              && Reading.questioning(scene, said.understood()) ->
          new Fill.Other<>();
      case Event.Said said
          when ClaimTold.saysCause(scene, said.text()) || !Reading.wish(said.understood()) ->
          new Fill.Filled<>(ClaimTold.causeDoing(scene, d, said.text()));
      case Event.Said _,
          Event.Tapped _,
          Event.Edited _,
          Event.SentFile _,
          Event.SentLocation _,
          Event.SentContact _,
          Event.SentOther _ ->
          new Fill.Other<>();
    };
  }

  private static Fill<ClaimDraft> working(Scene scene, ClaimDraft d, FromPerson event) {
    if (event instanceof Event.Tapped tapped) {
      return switch (tapped.choice()) {
        case "working.yes-work", "working.way" -> new Fill.Filled<>(d.working(true));
        case "working.no-work" -> new Fill.Filled<>(d.working(false));
        default -> new Fill.Other<>();
      };
    }
    return event instanceof Event.Said said
        ? ClaimEarly.working(scene, d, said.understood())
        : new Fill.Other<>();
  }

  private static Fill<ClaimDraft> place(Scene scene, ClaimDraft d, FromPerson event) {
    if (event instanceof Event.Tapped tapped) {
      return Stream.of(Place.values())
          .filter(p -> tapped.choice().equals("place." + ClaimTold.key(p)))
          .findFirst()
          .<Fill<ClaimDraft>>map(p -> new Fill.Filled<>(d.at(p)))
          .orElseGet(Fill.Other::new);
    }
    if (!(event instanceof Event.Said said)
        || Reading.wish(said.understood())
        || Reading.likely(scene, said.understood()).isPresent()
        || Reading.courtesy(said.understood())) {
      return new Fill.Other<>();
    }
    boolean yesNo =
        Told.yesNo(scene, said.understood()) instanceof Parsed.Value<Boolean>
            || Listed.any(scene, "claim.there-words", said.text())
            || ClaimTold.day(scene, said.understood()).isPresent();
    if (yesNo && ClaimTold.place(scene, d, said.text()).equals(d)) {
      scene.explain("claim.place-unclear");
      return new Fill.Unclear<>();
    }
    ClaimDraft told = ClaimTold.place(scene, d, said.text());
    return new Fill.Filled<>(told.circumstances().place() == null ? d.at(Place.ELSEWHERE) : told);
  }

  private static Choice never(Object value) {
    throw new IllegalStateException("several readings of " + value.getClass());
  }
}
