package id.kentongan.integrations.postgres;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// All tables with their columns, those that others refer to before those others. Partitions count
/// as their table.
record TableOrder(List<Table> tables) {
  /// `columns` without those that the database computes.
  record Table(String name, List<String> columns) {}

  private static final String OURS =
      """
      c.relkind in ('r', 'p') and not c.relispartition
      and c.relnamespace = current_schema()::regnamespace and c.relname <> 'flyway_schema_history'
      """;

  static TableOrder of(Handle handle) {
    Map<String, List<String>> columns = new TreeMap<>();
    handle
        .createQuery(
            "select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                + " where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and "
                + OURS
                + " order by c.relname, a.attnum")
        .map((row, context) -> List.of(row.getString(1), row.getString(2)))
        .forEach(
            pair ->
                columns
                    .computeIfAbsent(pair.getFirst(), made -> new ArrayList<>())
                    .add(pair.getLast()));
    var ordered = new LinkedHashSet<String>();
    Map<String, Set<String>> needs = needs(handle);
    columns.keySet().forEach(table -> place(table, needs, ordered, new TreeSet<>()));
    return new TableOrder(
        ordered.stream().map(name -> new Table(name, List.copyOf(columns.get(name)))).toList());
  }

  private static Map<String, Set<String>> needs(Handle handle) {
    Map<String, Set<String>> needs = new TreeMap<>();
    handle
        .createQuery(
            """
            select c.relname, other.relname from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_class other on other.oid = k.confrelid
            where k.contype = 'f' and k.conparentid = 0 and c.oid <> other.oid
            """)
        .map((row, context) -> List.of(row.getString(1), row.getString(2)))
        .forEach(
            pair ->
                needs
                    .computeIfAbsent(pair.getFirst(), made -> new TreeSet<>())
                    .add(pair.getLast()));
    return needs;
  }

  private static void place(
      String table, Map<String, Set<String>> needs, Set<String> placed, Set<String> above) {
    if (placed.contains(table)) {
      return;
    }
    if (!above.add(table)) {
      throw new IllegalStateException("tables refer to each other in a circle: " + above);
    }
    needs.getOrDefault(table, Set.of()).forEach(other -> place(other, needs, placed, above));
    above.remove(table);
    placed.add(table);
  }
}
