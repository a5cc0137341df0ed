package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.Memory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a turn changes of the memory: doubts in a row, the subject talked about, facts told.
record Learnt(int doubts, @Nullable String subject, Map<String, String> facts) {
  static Learnt from(Memory memory) {
    return new Learnt(memory.doubts(), memory.subject(), memory.facts());
  }
}
