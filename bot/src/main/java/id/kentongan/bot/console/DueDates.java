package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.integrations.postgres.matters.AccidentState;
import id.kentongan.integrations.postgres.matters.ClaimState;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What comes next of a matter, and when: the promised day of a complete claim, the deadline of a
/// notice of an accident, or the time at which a family comes to the branch.
final class DueDates {
  private final Supplier<Content> content;

  DueDates(Supplier<Content> content) {
    this.content = content;
  }

  /// `what` is one of the words under `console.due`; `promise` when it may be broken.
  record Due(String what, Instant at, boolean promise) {}

  /// `since` is when the matter came into its state, `set` the time that was chosen or is its
  /// deadline.
  Optional<Due> of(Kind kind, String state, Instant since, @Nullable Instant set) {
    return switch (kind) {
      case ENROLMENTS -> Optional.empty();
      case CLAIMS -> claim(ClaimState.valueOf(state), since, set);
      case ACCIDENTS ->
          set != null && AccidentState.valueOf(state) == AccidentState.REPORTED
              ? Optional.of(new Due("notice", set, true))
              : Optional.empty();
    };
  }

  private Optional<Due> claim(ClaimState state, Instant since, @Nullable Instant visit) {
    return switch (state) {
      case COMPLETE -> {
        Content now = content.get();
        var by = now.offices().promisedBy(since.atZone(now.rules().zone()));
        yield Optional.of(new Due("decide", by.toInstant(), true));
      }
      case PREPARED, RETURNED -> Optional.ofNullable(visit).map(at -> new Due("visit", at, false));
      case APPROVED, PAID, REFUSED -> Optional.empty();
    };
  }
}
