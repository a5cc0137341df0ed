package id.kentongan.integrations.postgres.claims;

import id.kentongan.dialogs.content.Offices;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Legible;
import id.kentongan.integrations.postgres.Talks;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The branch's diary: which times are free for a family with a claim, and who has which. Two
/// families never have the same seat at the same time.
public final class Visits {
  private static final int SHOWN = 6;
  private static final int NOON = 12;

  private final Offices offices;
  private final ClaimPages pages;
  private final ZoneId zone;
  private final InstantSource clock;

  public Visits(Offices offices, ClaimPages pages, ZoneId zone, InstantSource clock) {
    this.offices = offices;
    this.pages = pages;
    this.zone = zone;
    this.clock = clock;
  }

  public Answer answer(Handle handle, Talks.Talk talk, Effect.VisitAsk ask) {
    Optional<String> claim = claim(handle, talk, ask);
    if (claim.isEmpty()) {
      return new Answer.NoClaim();
    }
    String number = claim.get();
    return switch (ask) {
      case Effect.ReadSlots _ -> offered(handle, number);
      case Effect.BookSlot book -> book(handle, number, book.at());
      case Effect.CancelSlot _ -> {
        handle.execute("delete from visits where claim = ?", number);
        yield new Answer.SlotGone(number);
      }
      case Effect.DrawClaim _ -> pages.read(handle, talk, number);
    };
  }

  /// The claim of this conversation that is named, else its newest; a page may be drawn of any, a
  /// time is chosen for what has yet to be brought to the branch.
  private static Optional<String> claim(Handle handle, Talks.Talk talk, Effect.VisitAsk ask) {
    String named = ask.claim();
    boolean any = ask instanceof Effect.DrawClaim;
    return handle
        .createQuery(
            """
            select number from claims
            where talk = :talk and (cast(:claim as text) is null or number = :claim)
              and (:any or state in ('PREPARED', 'COMPLETE'))
            order by made desc, number desc limit 1
            """)
        .bind("talk", talk.id())
        .bind("claim", named == null ? null : Legible.of(named))
        .bind("any", any)
        .mapTo(String.class)
        .findOne();
  }

  private Answer offered(Handle handle, String claim) {
    Instant booked =
        handle
            .createQuery("select at from visits where claim = :claim and at > :now")
            .bind("claim", claim)
            .bind("now", clock.instant())
            .mapTo(Instant.class)
            .findOne()
            .orElse(null);
    return new Answer.SlotsOffered(claim, some(free(handle, booked)), booked);
  }

  private Answer book(Handle handle, String claim, Instant at) {
    // why: until this transaction ends nobody else looks for a seat at this branch
    handle.execute("select pg_advisory_xact_lock(hashtext('visits ' || ?))", offices.branch());
    boolean free = free(handle, null).stream().anyMatch(slot -> slot.toInstant().equals(at));
    if (!free) {
      return offered(handle, claim);
    }
    handle.execute("delete from visits where claim = ?", claim);
    handle
        .createUpdate(
            """
            insert into visits (claim, office, at, seat, made)
            select :claim, :office, :at, min(seat), :now
            from generate_series(0, :seats - 1) seat
            where seat not in (select v.seat from visits v where v.office = :office and v.at = :at)
            """)
        .bind("claim", claim)
        .bind("office", offices.branch())
        .bind("at", at)
        .bind("seats", offices.claims().atOnce())
        .bind("now", clock.instant())
        .execute();
    return new Answer.SlotBooked(claim, at, offices.branch());
  }

  /// The times at which a seat is left, without the one that the family has.
  private List<ZonedDateTime> free(Handle handle, @Nullable Instant own) {
    Map<Instant, Integer> taken = taken(handle);
    return offices.visits(clock.instant().atZone(zone)).stream()
        .filter(at -> taken.getOrDefault(at.toInstant(), 0) < offices.claims().atOnce())
        .filter(at -> !at.toInstant().equals(own))
        .toList();
  }

  private Map<Instant, Integer> taken(Handle handle) {
    var taken = new HashMap<Instant, Integer>();
    handle
        .createQuery(
            """
            select at, count(*) as families from visits
            where office = :office and at > :now group by at
            """)
        .bind("office", offices.branch())
        .bind("now", clock.instant())
        .map(
            (row, context) -> Map.entry(row.getTimestamp("at").toInstant(), row.getInt("families")))
        .forEach(e -> taken.put(e.getKey(), e.getValue()));
    return taken;
  }

  /// The first of each morning and of each afternoon, until there are enough.
  private static List<Instant> some(List<ZonedDateTime> free) {
    var some = new ArrayList<Instant>();
    var seen = new HashSet<Map.Entry<LocalDate, Boolean>>();
    for (ZonedDateTime at : free) {
      if (some.size() < SHOWN && seen.add(Map.entry(at.toLocalDate(), at.getHour() < NOON))) {
        some.add(at.toInstant());
      }
    }
    return List.copyOf(some);
  }
}
