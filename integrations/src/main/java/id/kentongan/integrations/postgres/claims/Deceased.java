package id.kentongan.integrations.postgres.claims;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.Tries;
import id.kentongan.integrations.postgres.matters.Standings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Tells how the membership of one who died stood on that day. Every look-up counts as a try, so
/// that nobody reads the registry number by number.
public final class Deceased {
  private final Keyring keys;
  private final InstantSource clock;

  public Deceased(Keyring keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  public Answer lookUp(
      Handle handle,
      Talks.Talk talk,
      byte[] sender,
      Effect.LookUpDeceased asked,
      Optional<Core.Member> member) {
    Instant now = clock.instant();
    var counts =
        Tries.counts(
            handle,
            talk,
            "deceased",
            sender,
            new Tries.Count("deceased.nik", keys.index().nik(asked.nik())));
    Optional<Instant> blocked = Tries.blocked(handle, now, counts);
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    Tries.note(handle, now, counts);
    return member
        .<Answer>map(found -> found(asked.died(), found))
        .orElseGet(Answer.MemberNotFound::new);
  }

  private static Answer.MemberFound found(LocalDate died, Core.Member member) {
    Answer.Membership membership = member.membership();
    LocalDate since = membership.since();
    int months = since == null ? 0 : Standings.monthsPaid(died, since, membership.paidUntil());
    return new Answer.MemberFound(member.reference(), membership.standing(), months);
  }
}
