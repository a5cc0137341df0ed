package id.kentongan.integrations.postgres.claims;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ClaimForm;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Legible;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.matters.ClaimState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Opens death-benefit claims and adds papers to them. A paper must be a file of the same
/// conversation, and the claim too.
public final class Claims {
  private final Keyring keys;
  private final Numbers numbers;
  private final InstantSource clock;
  private final ZoneId zone;
  private final String office;

  public Claims(Keyring keys, Numbers numbers, InstantSource clock, ZoneId zone, String office) {
    this.keys = keys;
    this.numbers = numbers;
    this.clock = clock;
    this.zone = zone;
    this.office = office;
  }

  public Answer open(Handle handle, Talks.Talk talk, ClaimForm form) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    String number = numbers.next(handle, Numbers.Kind.CLAIM, today);
    Code receipt = numbers.receipt(handle, number);
    write(handle, talk, form, number, receipt, false);
    for (ClaimForm.Paper paper : form.papers()) {
      add(handle, talk, new Effect.AddPaper(number, paper.fileId(), paper.paper()));
    }
    return new Answer.ClaimOpened(number, receipt, office);
  }

  public void write(
      Handle handle, Talks.Talk talk, ClaimForm form, String number, Code receipt, boolean sample) {
    Secrets secrets = talk.secrets();
    ClaimForm.Deceased deceased = form.deceased();
    Nik nik = deceased.nik();
    Phone phone = form.heir().phone();
    Instant now = clock.instant();
    handle
        .createUpdate(
            """
            insert into claims (number, talk, deceased, deceased_nik_blind, deceased_nik, member,
              died, cause, heir, relation, heir_phone, state, state_since, office, receipt, sample,
              made)
            values (:number, :talk, :deceased, :nikBlind, :nik, :member,
              :died, :cause, :heir, :relation, :phone, :state, :now, :office, :receipt, :sample,
              :now)
            """)
        .bind("number", number)
        .bind("talk", talk.id())
        .bind("deceased", Legible.of(deceased.name()))
        // why: the column holds a value; an empty one is found by no NIK
        .bind("nikBlind", nik == null ? new byte[0] : keys.index().nik(nik))
        .bind("nik", secrets.seal("deceased_nik", nik == null ? "" : nik.digits()))
        .bind("member", deceased.member())
        .bind("died", deceased.died())
        .bind("cause", secrets.seal("cause", deceased.cause()))
        .bind("heir", Legible.of(form.heir().name()))
        .bind("relation", form.heir().relation().name())
        .bind("phone", secrets.sealMaybe("heir_phone", phone == null ? null : phone.e164()))
        .bind("state", ClaimState.PREPARED.name())
        .bind("office", office)
        .bind("receipt", secrets.seal("receipt", receipt.text()))
        .bind("sample", sample)
        .bind("now", now)
        .execute();
  }

  public void add(Handle handle, Talks.Talk talk, Effect.AddPaper paper) {
    uuid(paper.fileId())
        .ifPresent(
            file ->
                handle
                    .createUpdate(
                        """
                        insert into claim_papers (claim, file, paper, added)
                        select c.number, f.id, :paper, :now
                        from claims c join files f on f.talk = c.talk
                        where c.number = :claim and c.talk = :talk
                          and f.id = :file and f.name is not null
                        on conflict (claim, file) do update set paper = excluded.paper
                        """)
                    .bind("claim", Legible.of(paper.claim()))
                    .bind("talk", talk.id())
                    .bind("file", file)
                    .bind("paper", Legible.of(paper.paper()))
                    .bind("now", clock.instant())
                    .execute());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
