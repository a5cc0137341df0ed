package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.batches.Batches;
import id.kentongan.integrations.postgres.batches.VillageMoney;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/// Certificates of Desa Sadar, given and withdrawn by officers; one stands for each village.
public final class VillageCertificates {
  private final Database database;
  private final Numbers numbers;
  private final Batches.Time time;

  public VillageCertificates(Database database, MasterKey master, Batches.Time time) {
    this.database = database;
    this.numbers = new Numbers(new Keyring(master));
    this.time = time;
  }

  /// Gives a village one, resting on a decision that `basis` names, with its coverage as it is;
  /// false where one stands already.
  public Future<Boolean> give(String officer, AreaCoverage coverage, String basis) {
    return database.transact(
        handle -> {
          String village = coverage.area().code();
          VillageMoney.hold(handle, village);
          return !stands(handle, village) && give(handle, officer, coverage, basis);
        });
  }

  private static boolean stands(Handle handle, String village) {
    return handle
        .createQuery(
            """
            select exists (select 1 from village_certificates
              where village = :village and withdrawn is null)
            """)
        .bind("village", village)
        .mapTo(Boolean.class)
        .one();
  }

  private boolean give(Handle handle, String officer, AreaCoverage coverage, String basis) {
    Instant now = time.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, time.zone());
    String number = numbers.next(handle, Numbers.Kind.CERTIFICATE, today);
    Code code = numbers.receipt(handle, number);
    handle
        .createUpdate(
            """
            insert into village_certificates (number, village, code, basis, workers, covered, month,
              officer, made)
            values (:number, :village, :code, :basis, :workers, :covered, :month, :officer, :now)
            """)
        .bind("number", number)
        .bind("village", coverage.area().code())
        .bind("code", code.text())
        .bind("basis", basis)
        .bind("workers", coverage.totals().workers())
        .bind("covered", coverage.totals().covered())
        .bind("month", coverage.month().atDay(1))
        .bind("officer", officer)
        .bind("now", now)
        .execute();
    AuditLines.add(handle, now, officer, "give certificate", number);
    return true;
  }

  /// Withdraws the one that stands, if any; its code then says so.
  public Future<Boolean> withdraw(String officer, String village) {
    return database.transact(
        handle ->
            handle
                .createUpdate(
                    """
                    update village_certificates set withdrawn = :now
                    where village = :village and withdrawn is null
                    """)
                .bind("now", time.clock().instant())
                .bind("village", village)
                .executeAndReturnGeneratedKeys("number")
                .mapTo(String.class)
                .findOne()
                .map(
                    number -> {
                      Instant now = time.clock().instant();
                      AuditLines.add(handle, now, officer, "withdraw certificate", number);
                      return true;
                    })
                .orElse(false));
  }
}
