package id.kentongan.integrations.memory;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.contract.Branch;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The branch's diary in memory: the first free times in their order, one family at a time.
final class MemoryDiary {
  private final InstantSource clock;
  private final Map<String, Instant> taken = new HashMap<>();

  MemoryDiary(InstantSource clock) {
    this.clock = clock;
  }

  Answer answer(List<String> own, Effect.VisitAsk ask) {
    String named = ask.claim();
    List<String> claims = named == null ? own : own.stream().filter(named::equals).toList();
    if (claims.isEmpty()) {
      return new Answer.NoClaim();
    }
    String claim = claims.getLast();
    return switch (ask) {
      case Effect.ReadSlots _ -> offered(claim);
      case Effect.BookSlot book -> {
        if (!free().contains(book.at())) {
          yield offered(claim);
        }
        taken.put(claim, book.at());
        yield new Answer.SlotBooked(claim, book.at(), Branch.OFFICES.branch());
      }
      case Effect.CancelSlot _ -> {
        taken.remove(claim);
        yield new Answer.SlotGone(claim);
      }
      case Effect.DrawClaim _ -> new Answer.GivenUp("pages are not drawn in memory");
    };
  }

  private Answer offered(String claim) {
    return new Answer.SlotsOffered(claim, free().stream().limit(6).toList(), taken.get(claim));
  }

  private List<Instant> free() {
    return Branch.OFFICES.visits(clock.instant().atZone(Branch.ZONE)).stream()
        .map(ZonedDateTime::toInstant)
        .filter(at -> !taken.containsValue(at))
        .toList();
  }
}
