package id.kentongan.dialogs.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is kept about whoever writes here, in kinds and counts, never in full. `who` only where the
/// conversation is bound to a person.
public record MyData(
    @Nullable Who who,
    List<Given> consents,
    Counts counts,
    @Nullable Instant since,
    List<Kept> running) {
  public MyData {
    consents = List.copyOf(consents);
    running = List.copyOf(running);
  }

  /// Whether nothing is kept but that somebody wrote.
  public boolean empty() {
    return who == null
        && consents.isEmpty()
        && running.isEmpty()
        && counts.files() + counts.enrollments() + counts.claims() + counts.drafts() == 0;
  }

  /// The person, with numbers masked.
  public record Who(String name, String nik, @Nullable String phone) {}

  /// A consent that stands, with the version of the text they saw.
  public record Given(String version, Instant at) {}

  /// How many of what.
  public record Counts(int messages, int files, int drafts, int enrollments, int claims) {}

  /// What an erasure leaves until it is finished: `kind` is a key of the words under
  /// `privacy.kept`, `matter` its number or empty, `until` the day it goes where that is known.
  public record Kept(String kind, String matter, @Nullable LocalDate until) {}
}
