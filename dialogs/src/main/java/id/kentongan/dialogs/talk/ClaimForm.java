package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Relation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JKM claim as prepared in the chat.
public record ClaimForm(Deceased deceased, Heir heir, List<Paper> papers) {
  /// Who died, when, and in the family's words how and in what circumstances. `nik` is absent when
  /// the family has yet to find it, `member` when no record was found.
  public record Deceased(
      String name, @Nullable Nik nik, LocalDate died, String cause, @Nullable String member) {}

  /// Who claims.
  public record Heir(String name, Relation relation, @Nullable Phone phone) {}

  /// A file kept under `fileId`, typed as `paper` (a key of the papers' content).
  public record Paper(String fileId, String paper) {}
}
