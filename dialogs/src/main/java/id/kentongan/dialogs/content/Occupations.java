package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Occupation;
import java.util.Map;
import java.util.Optional;

/// The occupations known, from `config/lexicon/occupations.yaml`: everyday words (lower case, words
/// parted by one space) to the occupation, and to what is no occupation for this scheme.
public record Occupations(Map<String, Occupation> byWord, Map<String, Outside> outside) {
  /// Why someone with such an answer does not belong to the scheme for the self-employed.
  public enum Outside {
    /// Paid a wage by an employer.
    EMPLOYEE,
    /// Does not work.
    NOT_WORKING
  }

  public Occupations {
    byWord = Map.copyOf(byWord);
    outside = Map.copyOf(outside);
  }

  public Optional<Occupation> named(String word) {
    return Optional.ofNullable(byWord.get(word));
  }
}
