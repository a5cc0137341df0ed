package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.talk.Sponsored;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Enrols the people of lists that officers approved, some at a time, and tells the agent when all
/// are done. Whoever begins where another stopped doubles nothing.
public final class SponsorshipRun {
  private final Database database;
  private final BatchFolder folder;
  private final BatchRows rows;
  private final BatchEnrolling enrolling;
  private final SponsorshipRows sponsorships;
  private final SponsoredPeople people;

  public SponsorshipRun(
      Database database,
      MasterKey master,
      Core core,
      Supplier<Tariffs> tariffs,
      Batches.Time time) {
    var keys = new Keyring(master);
    this.database = database;
    this.folder = new BatchFolder(keys);
    this.rows = new BatchRows(keys);
    this.enrolling = new BatchEnrolling(database, keys, core, tariffs, time);
    this.sponsorships = new SponsorshipRows(keys, time);
    this.people = new SponsoredPeople(keys, tariffs, time);
  }

  /// Goes on with all that are approved; how many there were.
  public Future<Integer> all() {
    return database
        .transact(
            handle ->
                handle
                    .createQuery("select number from sponsorships where state = 'APPROVED'")
                    .mapTo(String.class)
                    .list())
        .compose(
            approved -> {
              Future<Void> done = Future.succeededFuture();
              for (String number : approved) {
                done = done.compose(before -> of(number));
              }
              return done.map(approved.size());
            });
  }

  /// Enrols one list to its end; fails while the core system is away.
  public Future<Void> of(String number) {
    return database
        .transact(handle -> ready(handle, number))
        .compose(ready -> ready == 0 ? finished(number) : more(number, ready));
  }

  private Future<Void> more(String number, int before) {
    return enrolling
        .run(handle -> folder.approved(handle, number))
        .compose(found -> database.transact(handle -> ready(handle, number)))
        .compose(
            left -> {
              if (left == 0) {
                return finished(number);
              }
              return left < before ? more(number, left) : Future.succeededFuture();
            });
  }

  private int ready(Handle handle, String number) {
    return folder
        .approved(handle, number)
        .map(open -> rows.counts(handle, open.batch()).getOrDefault(BatchRow.State.READY, 0))
        .orElse(0);
  }

  private Future<Void> finished(String number) {
    return database
        .transact(
            handle -> {
              sponsorships
                  .of(handle, number)
                  .filter(one -> one.state() == Sponsored.State.APPROVED)
                  .ifPresent(one -> sponsorships.move(handle, done(handle, one), ""));
              return List.of();
            })
        .mapEmpty();
  }

  private Sponsored done(Handle handle, Sponsored one) {
    SponsoredPeople.Sum sum = people.sum(handle, one.number());
    return new Sponsored(
        one.number(),
        one.village(),
        sum.people(),
        one.months(),
        sum.total(),
        Sponsored.State.DONE,
        one.left());
  }
}
