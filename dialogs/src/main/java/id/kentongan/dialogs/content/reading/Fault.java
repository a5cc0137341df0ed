package id.kentongan.dialogs.content.reading;

/// One thing wrong with a content file: the file below `config/`, the key in it (empty for the
/// whole file), what is wrong, and what is allowed.
public record Fault(String file, String key, Phrase.Said wrong, Phrase.Said allowed) {
  @Override
  public String toString() {
    return file + (key.isEmpty() ? "" : ": " + key) + ": " + wrong + " (allowed: " + allowed + ")";
  }
}
