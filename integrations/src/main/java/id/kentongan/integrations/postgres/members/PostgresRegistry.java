package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Batched;
import id.kentongan.integrations.postgres.Columns;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.matters.Programmes;
import id.kentongan.integrations.postgres.matters.Standings;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The gateway's own registry of memberships, where no core system is configured. An enrolment is
/// always taken; it is paid by the NIK, so there is no payment code.
public final class PostgresRegistry implements Core {
  private final Keyring keys;
  private final Batched<Wanted, Optional<Member>> members;

  public PostgresRegistry(Database database, MasterKey master) {
    this.keys = new Keyring(master);
    this.members = new Batched<>(database::alone, Duration.ZERO, this::members);
  }

  private record Wanted(Nik nik, LocalDate day) {}

  @Override
  public Future<Decision> enroll(String key, EnrollmentForm form) {
    return Future.succeededFuture(new Decision.Taken("own-" + key, null));
  }

  @Override
  public Future<Optional<Member>> member(Nik nik, LocalDate day) {
    return members.ask(new Wanted(nik, day));
  }

  private List<Optional<Member>> members(Handle handle, List<Wanted> all) {
    var found = new ArrayList<Optional<Member>>(Collections.nCopies(all.size(), Optional.empty()));
    handle
        .createQuery(
            """
            select told.place, known.*
            from unnest(:niks) with ordinality as told (nik, place)
            cross join lateral (
              select m.reference, m.kpj, m.programmes, m.since, m.paid_until, m.died,
                p.id, p.name, p.birth_date, k.wrapped
              from persons p
              join memberships m on m.person = p.id
              join person_keys k on k.owner = 'person/' || p.id
              where p.nik_blind = told.nik order by m.paid_until desc nulls last limit 1) as known
            """)
        .bind("niks", Columns.bytes(all, wanted -> keys.index().nik(wanted.nik())))
        .map(
            (row, context) -> {
              int place = row.getInt("place") - 1;
              return found.set(place, Optional.of(member(row, all.get(place).day())));
            })
        .list();
    return found;
  }

  private Member member(ResultSet row, LocalDate day) throws SQLException {
    var secrets = new Secrets("person/" + row.getLong("id"), keys.unwrap(row.getBytes("wrapped")));
    LocalDate since = row.getObject("since", LocalDate.class);
    YearMonth paidUntil = month(row.getObject("paid_until", LocalDate.class));
    var known = new Standings.Known(since, paidUntil, row.getObject("died", LocalDate.class));
    return new Member(
        row.getString("reference"),
        row.getString("name"),
        LocalDate.parse(secrets.open("birth_date", row.getBytes("birth_date"))),
        new Answer.Membership(
            Standings.on(day, known),
            kpj(secrets, row.getBytes("kpj")),
            Programmes.read(row.getString("programmes")),
            paidUntil,
            since));
  }

  private static @Nullable String kpj(Secrets secrets, byte @Nullable [] sealed) {
    return sealed == null ? null : secrets.open("kpj", sealed);
  }

  private static @Nullable YearMonth month(@Nullable LocalDate first) {
    return first == null ? null : YearMonth.from(first);
  }
}
