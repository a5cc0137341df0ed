package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.content.Region;
import id.kentongan.integrations.TableFile;
import id.kentongan.integrations.TableFile.Row;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes regions from a file of `code,name`, with headings or without. What is already known and
/// not in the file stays: a NIK may begin with a district that was split since.
final class RegionImport {
  private static final int LONGEST = 100;

  private RegionImport() {}

  static Imported take(Handle handle, TableFile file) {
    List<String> first = file.headings();
    boolean bare = !first.isEmpty() && Region.codeOf(first.getFirst()).isPresent();
    Columns columns =
        bare
            ? Columns.of(List.of("code", "name"))
            : Columns.of(first, Columns.Column.CODE, Columns.Column.NAME);
    var intake = new Intake(handle);
    intake.take(
        file,
        bare ? List.of(new Row(1, first)) : List.of(),
        "code text, name text, key text",
        row -> values(columns, row));
    intake.refuse(
        """
        select line, 'the code of line ' || min || ' again' as why from (
          select line, min(line) over (partition by code) as min from incoming) as lines
        where line > min
        """);
    intake.refuse(
        """
        with recursive homeless as (
          select line, code from incoming i where length(code) > 2
            and not exists (select 1 from incoming p where p.code = %1$s)
            and not exists (select 1 from regions p where p.code = %1$s)
          union
          select i.line, i.code from incoming i join homeless h on %1$s = h.code)
        select line, 'there is no line for ' || %2$s || ', in which it lies' as why from homeless
        """
            .formatted(parent("i.code"), parent("code")));
    int changed =
        handle.execute(
            """
            insert into regions as r (code, name, key) select code, name, key from incoming
            on conflict (code) do update set name = excluded.name, key = excluded.key
            where (r.name, r.key) is distinct from (excluded.name, excluded.key)
            """);
    // why: who keeps the regions in memory reads them anew when the value is another.
    handle.execute(
        """
        insert into meta values ('regions', 'imported ' || pg_current_xact_id()) on conflict (name)
        do update set value = excluded.value
        """);
    return intake.done(changed);
  }

  private static String parent(String code) {
    return "left(%1$s, case length(%1$s) when 13 then 8 when 8 then 5 else 2 end)".formatted(code);
  }

  private static @Nullable Object[] values(Columns columns, Row row) {
    String told = columns.cell(row, Columns.Column.CODE);
    String code =
        Region.codeOf(told)
            .orElseThrow(
                () ->
                    new Intake.Wrong(
                        "no Kemendagri code: 35, 35.10, 35.10.17 or 35.10.17.2003, dots or not"));
    String name = columns.cell(row, Columns.Column.NAME);
    var region = new Region(code, name);
    if (region.key().isEmpty() || name.length() > LONGEST) {
      throw new Intake.Wrong("a name of 1 to " + LONGEST + " letters is needed");
    }
    return new @Nullable Object[] {code, region.shown(), region.key()};
  }
}
