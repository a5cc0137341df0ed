package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.roll.RollRow.Good;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Sponsored;
import id.kentongan.dialogs.values.Payer;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Acts;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.members.AgentEnrolments;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Lists that agents send for the village to pay: sent, read, gone on with.
public final class Sponsorships {
  private static final int MOST = 8;

  private final Database database;
  private final Talks talks;
  private final Acts acts;
  private final BatchFolder folder;
  private final BatchParting parting;
  private final SponsorshipRows sponsorships;
  private final SponsoredPeople people;
  private final Numbers numbers;
  private final Supplier<Tariffs> tariffs;
  private final Batches.Time time;

  public Sponsorships(
      Database database, MasterKey master, Supplier<Tariffs> tariffs, Batches.Time time) {
    var keys = new Keyring(master);
    this.database = database;
    this.talks = new Talks(keys);
    this.acts = new Acts(database, keys, talks);
    this.folder = new BatchFolder(keys);
    this.parting = new BatchParting(keys, new BatchRows(keys));
    this.sponsorships = new SponsorshipRows(keys, time);
    this.people = new SponsoredPeople(keys, tariffs, time);
    this.numbers = new Numbers(keys);
    this.tariffs = tariffs;
    this.time = time;
  }

  public Future<Answer> ask(ConversationId who, EffectId id, Effect.SponsorAsk ask) {
    return switch (ask) {
      case Effect.SponsorBatch(Effect.ConfirmBatch terms) ->
          acts.once(who, id, (handle, talk) -> send(handle, talk.id(), terms));
      case Effect.ReadSponsored() -> database.transact(handle -> read(handle, who));
      case Effect.RenewSponsored renewal ->
          acts.once(who, id, (handle, talk) -> renew(handle, talk.id(), renewal));
    };
  }

  private Answer read(Handle handle, ConversationId who) {
    return folder
        .agent(handle, talks.of(handle, who).id())
        .<Answer>map(
            agent -> new Answer.SponsorshipsRead(sponsorships.ofAgent(handle, agent.id(), MOST)))
        .orElseGet(() -> new Answer.Refused(AgentEnrolments.NOT_AGENT));
  }

  private Answer send(Handle handle, long talk, Effect.ConfirmBatch terms) {
    Optional<Batches.Agent> agent = folder.agent(handle, talk);
    if (agent.isEmpty()) {
      return new Answer.Refused(AgentEnrolments.NOT_AGENT);
    }
    return folder
        .of(handle, agent.get(), terms.batch())
        .map(open -> send(handle, open, terms))
        .orElseGet(Answer.NoBatch::new);
  }

  private Answer send(Handle handle, Batches.Open open, Effect.ConfirmBatch terms) {
    var before = sponsorships.ofBatch(handle, open.batch());
    if (!before.isEmpty()) {
      return read(before);
    }
    folder.agree(handle, open, terms, time.clock().instant());
    folder.close(handle, open);
    return read(
        parting.byVillage(handle, open).stream()
            .map(part -> send(handle, open.agent(), part, terms))
            .toList());
  }

  private static Answer read(List<Sponsored> lists) {
    return lists.size() == 1
        ? new Answer.SponsorshipRead(lists.getFirst())
        : new Answer.SponsorshipsRead(lists);
  }

  private Sponsored send(
      Handle handle, long agent, BatchParting.Part part, Effect.ConfirmBatch terms) {
    Rupiah total =
        part.people().stream().map(row -> price(terms, row)).reduce(Rupiah.ZERO, Rupiah::plus);
    int people = part.people().size();
    var asked = new SponsorshipRows.Asked(terms.programmes(), terms.months(), people, total);
    var fresh = new SponsorshipRows.Fresh(agent, part.village(), part.batch(), null, asked);
    return sponsorships.add(handle, number(handle), fresh);
  }

  private Rupiah price(Effect.ConfirmBatch terms, Good row) {
    return tariffs
        .get()
        .reckoned(Payer.VILLAGE)
        .price(
            row.work().occupation().sector(),
            row.work().monthly(),
            terms.programmes(),
            terms.first(),
            terms.months())
        .total();
  }

  /// why with the agent's lock: the same people must not be gone on with by two lists at once
  private Answer renew(Handle handle, long talk, Effect.RenewSponsored renewal) {
    Optional<Batches.Agent> agent = folder.agent(handle, talk);
    if (agent.isEmpty()) {
      return new Answer.Refused(AgentEnrolments.NOT_AGENT);
    }
    var known =
        sponsorships.ofAgent(handle, agent.get().id(), Integer.MAX_VALUE).stream()
            .filter(one -> one.number().equals(renewal.number()))
            .findFirst();
    List<SponsoredPeople.Month> due =
        known
            .map(one -> people.renewable(handle, one.number(), renewal.months()))
            .orElse(List.of());
    if (due.isEmpty()) {
      return new Answer.Refused("nothing-to-renew");
    }
    Rupiah total = due.stream().map(SponsoredPeople.Month::total).reduce(Rupiah.ZERO, Rupiah::plus);
    var asked =
        new SponsorshipRows.Asked(
            people.programmes(handle, renewal.number()), renewal.months(), due.size(), total);
    String village = known.orElseThrow().village();
    if (!renewal.send()) {
      return new Answer.SponsorshipRead(
          new Sponsored(
              renewal.number(),
              village,
              due.size(),
              renewal.months(),
              total,
              Sponsored.State.DONE,
              sponsorships.left(handle, village)));
    }
    String number = number(handle);
    var fresh = new SponsorshipRows.Fresh(agent.get().id(), village, null, renewal.number(), asked);
    var sent = sponsorships.add(handle, number, fresh);
    people.add(handle, number, due);
    return new Answer.SponsorshipRead(sent);
  }

  private String number(Handle handle) {
    LocalDate today = LocalDate.ofInstant(time.clock().instant(), time.zone());
    return numbers.next(handle, Numbers.Kind.SPONSORSHIP, today);
  }
}
