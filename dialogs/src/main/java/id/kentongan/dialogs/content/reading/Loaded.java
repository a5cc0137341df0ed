package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Content;
import java.util.List;

/// What came of reading the content files: all that could be read, and every fault. Content with
/// faults is for tests and previews, never for people.
public record Loaded(Content content, List<Fault> faults) {
  public boolean sound() {
    return faults.isEmpty();
  }
}
