package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.roll.RollRow.Bad;
import id.kentongan.dialogs.roll.RollRow.Good;
import id.kentongan.dialogs.roll.RollRow.Twice;
import id.kentongan.dialogs.talk.BatchStand.Spot;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.postgres.Keyring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Tells which rows need no enrolling: their person is in the list already, was enrolled by an
/// agent of the same organisation, or is in a list of theirs that a village is asked to pay for.
final class BatchKnown {
  private final Keyring keys;

  BatchKnown(Keyring keys) {
    this.keys = keys;
  }

  /// The rows of one message or file, each with its state.
  List<BatchRow> sorted(Handle handle, Batches.Open open, int source, List<RollRow> said) {
    Map<String, String> inList = inList(handle, open.batch());
    Map<String, String> enrolled = asked(handle, open.agent(), niks(said));
    enrolled.putAll(enrolled(handle, open.agent(), niks(said)));
    var rows = new ArrayList<BatchRow>();
    for (RollRow row : said) {
      var spot = new Spot(source, row.line());
      rows.add(
          switch (row) {
            case Bad bad -> new BatchRow(spot, BatchRow.State.FAULTY, bad, null);
            case Twice twice ->
                new BatchRow(spot, BatchRow.State.IN_LIST, twice, source + ":" + twice.first());
            case Good good -> sorted(spot, good, inList, enrolled);
          });
    }
    return rows;
  }

  private BatchRow sorted(
      Spot spot, Good good, Map<String, String> inList, Map<String, String> enrolled) {
    String who = hex(good.person().nik());
    if (inList.containsKey(who)) {
      return new BatchRow(spot, BatchRow.State.IN_LIST, good, inList.get(who));
    }
    return enrolled.containsKey(who)
        ? new BatchRow(spot, BatchRow.State.EARLIER, good, enrolled.get(who))
        : new BatchRow(spot, BatchRow.State.READY, good, null);
  }

  private static List<Nik> niks(List<RollRow> rows) {
    return rows.stream()
        .filter(Good.class::isInstance)
        .map(row -> ((Good) row).person().nik())
        .toList();
  }

  /// Who stands in the list to be enrolled, or was: by the blind index, with the place.
  private static Map<String, String> inList(Handle handle, long batch) {
    var found = new HashMap<String, String>();
    handle
        .createQuery(
            """
            select nik_blind, source || ':' || line as place from batch_rows
            where batch = :batch and state in ('READY', 'ENROLLED', 'MEMBER')
              and nik_blind is not null
            """)
        .bind("batch", batch)
        .map((row, context) -> Map.entry(row.getBytes("nik_blind"), row.getString("place")))
        .forEach(row -> found.put(HexFormat.of().formatHex(row.getKey()), row.getValue()));
    return found;
  }

  /// For whom a village is asked to pay: by the blind index, with the list's number.
  private Map<String, String> asked(Handle handle, long agent, List<Nik> niks) {
    return found(
        handle,
        agent,
        niks,
        """
        select r.nik_blind, min(s.number) as number
        from batch_rows r join sponsorships s on s.batch = r.batch join agents a on a.id = s.agent
        where r.nik_blind in
            (select decode(nik, 'hex') from unnest(string_to_array(:niks, ',')) as nik)
          and r.state = 'READY' and s.state in ('WAITING', 'APPROVED')
          and a.organisation = (select organisation from agents where id = :agent)
        group by r.nik_blind
        """);
  }

  /// Whom an agent of the same organisation enrolled: by the blind index, with the number.
  Map<String, String> enrolled(Handle handle, long agent, List<Nik> niks) {
    return found(
        handle,
        agent,
        niks,
        """
        select p.nik_blind, min(e.number) as number
        from persons p join enrolments e on e.person = p.id join agents a on a.id = e.agent
        where p.nik_blind in
            (select decode(nik, 'hex') from unnest(string_to_array(:niks, ',')) as nik)
          and e.state <> 'REFUSED'
          and a.organisation = (select organisation from agents where id = :agent)
        group by p.nik_blind
        """);
  }

  private Map<String, String> found(Handle handle, long agent, List<Nik> niks, String query) {
    var found = new HashMap<String, String>();
    handle
        .createQuery(query)
        .bind("niks", niks.stream().map(this::hex).collect(Collectors.joining(",")))
        .bind("agent", agent)
        .map((row, context) -> Map.entry(row.getBytes("nik_blind"), row.getString("number")))
        .forEach(row -> found.put(HexFormat.of().formatHex(row.getKey()), row.getValue()));
    return found;
  }

  String hex(Nik nik) {
    return HexFormat.of().formatHex(keys.index().nik(nik));
  }
}
