package id.kentongan.integrations.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Statements whose results nobody waits for, sent to the database together and in their order: one
/// round trip, however many they are.
public final class Writes {
  private final List<String> statements = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /// `told`: its values by the names that it calls them, which no other statement uses.
  public void add(String statement, Map<String, ?> told) {
    statements.add(statement);
    told.forEach(
        (name, value) -> {
          if (values.put(name, value) != null) {
            throw new IllegalArgumentException(name + " is told twice");
          }
        });
  }

  /// Sends them as the last of a transaction, which ends with them: its end takes no round trip of
  /// its own. Fails, and ends nothing, when one of them does.
  void commit(Handle handle) {
    // why: the driver sees in the server's answer that no transaction is open any more, and does
    // nothing when it is told to commit
    statements.add("commit");
    send(handle);
  }

  /// Fails when one of them does.
  public void send(Handle handle) {
    if (!statements.isEmpty()) {
      handle.createUpdate(String.join(";\n", statements)).bindMap(values).execute();
    }
  }
}
