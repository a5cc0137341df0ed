package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.Slot.Fill;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Relation;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The questions of a claim, one at a time; what is not needed is not asked.
final class ClaimSlots {
  /// Widow, widower or child: nobody comes before them (PP 44/2015 art. 37).
  static final Set<Relation> FIRST = EnumSet.of(Relation.WIFE, Relation.HUSBAND, Relation.CHILD);

  static final Form<ClaimDraft> FORM =
      new Form<>(
          List.of(
              new Slot<>(
                  "relation",
                  d -> d.heir().relation() == null,
                  (s, d) ->
                      s.ask(
                          s.choices(
                              "relation.wife",
                              "relation.husband",
                              "relation.child",
                              "relation.parent",
                              "relation.sibling",
                              "relation.other"),
                          "claim.ask.relation"),
                  ClaimSlots::relation,
                  d -> d.related(null)),
              new Slot<>(
                  "name",
                  d -> d.deceased().name() == null,
                  (s, d) -> s.ask(List.of(), "claim.ask.name"),
                  (s, d, e) ->
                      Reading.freeWords(s, e, Told::name, d::named, n -> new Choice("x", n)),
                  d -> d.named(null)),
              new Slot<>(
                  "died",
                  d -> d.deceased().died() == null,
                  (s, d) -> s.ask(List.of(), "claim.ask.died"),
                  (s, d, e) ->
                      Reading.words(
                          s,
                          e,
                          w -> Told.deathDate(w, s.today()),
                          d::died,
                          day -> new Choice("x", Prices.day(day))),
                  d -> d.died(null)),
              new Slot<>(
                  "cause",
                  d -> d.deceased().cause() == null,
                  (s, d) ->
                      s.ask(
                          s.choices("cause.illness", "cause.work", "cause.other"),
                          "claim.ask.cause"),
                  ClaimSlots::cause,
                  d -> d.caused(null)),
              new Slot<>(
                  "closer",
                  ClaimSlots::asksCloser,
                  (s, d) -> s.ask(Reading.yesNoChoices(s, "closer"), "claim.ask.closer"),
                  (s, d, e) -> Reading.yesNo(s, "closer", e, Told::yesNo, d::closer),
                  d -> d.closer(null)),
              new Slot<>(
                  "nik",
                  d -> d.deceased().nik() == null && !d.deceased().nikLater(),
                  (s, d) -> s.ask(s.choices("nik.unknown"), "claim.ask.nik"),
                  (s, d, e) ->
                      Reading.words(
                          s,
                          e,
                          w -> Told.nik(w, s.today()),
                          d::identified,
                          n -> new Choice("x", n.masked())),
                  d -> d.identified(null)),
              new Slot<>(
                  "heir",
                  d -> d.heir().name() == null,
                  (s, d) -> s.ask(List.of(), "claim.ask.heir"),
                  (s, d, e) ->
                      Reading.freeWords(s, e, Told::name, d::claimedBy, n -> new Choice("x", n)),
                  d -> d.claimedBy(null))));

  private ClaimSlots() {}

  private static boolean asksCloser(ClaimDraft draft) {
    Relation relation = draft.heir().relation();
    return relation != null && !FIRST.contains(relation) && draft.heir().closer() == null;
  }

  private static Fill<ClaimDraft> relation(Scene scene, ClaimDraft d, FromPerson event) {
    if (event instanceof Event.Tapped tapped && tapped.choice().startsWith("relation.")) {
      String name = tapped.choice().substring("relation.".length()).toUpperCase(Locale.ROOT);
      for (Relation relation : Relation.values()) {
        if (relation.name().equals(name)) {
          return new Fill.Filled<>(d.related(relation));
        }
      }
    }
    return Reading.words(
        scene,
        event,
        Told::relation,
        d::related,
        r -> scene.choice("relation." + r.name().toLowerCase(Locale.ROOT)));
  }

  /// The cause in the family's own words, or by a button; an accident at work is the work accident
  /// benefit's matter.
  private static Fill<ClaimDraft> cause(Scene scene, ClaimDraft d, FromPerson event) {
    return switch (event) {
      case Event.Tapped t when t.choice().startsWith("cause.") ->
          new Fill.Filled<>(d.caused(t.choice()));
      case Event.Said said when Told.atWork(scene, said.text()) ->
          new Fill.Filled<>(d.caused("cause.work"));
      case Event.Said said when said.text().chars().noneMatch(Character::isLetter) -> {
        scene.explain("claim.cause-unclear");
        yield new Fill.Unclear<>();
      }
      case Event.Said said when !Reading.wish(said.understood()) ->
          new Fill.Filled<>(d.caused(Told.plain(said.text())));
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
}
