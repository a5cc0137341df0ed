package id.kentongan.integrations.postgres.claims;

import id.kentongan.dialogs.talk.AccidentForm;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Legible;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.matters.AccidentState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;

/// Takes the first notice of a work accident. The deadline is two times 24 hours from the beginning
/// of the day it happened, which is the earliest it can be.
///
/// Source: Permenaker 1/2025 art. 8, 48A.
public final class Accidents {
  private static final Duration WITHIN = Duration.ofDays(2);

  private final Numbers numbers;
  private final ZoneId zone;
  private final InstantSource clock;

  public Accidents(Numbers numbers, ZoneId zone, InstantSource clock) {
    this.numbers = numbers;
    this.zone = zone;
    this.clock = clock;
  }

  public Answer report(Handle handle, Talks.Talk talk, AccidentForm form) {
    Instant now = clock.instant();
    String number = numbers.next(handle, Numbers.Kind.ACCIDENT, LocalDate.ofInstant(now, zone));
    Code receipt = numbers.receipt(handle, number);
    Instant deadline = form.day().atStartOfDay(zone).toInstant().plus(WITHIN);
    Secrets secrets = talk.secrets();
    Nik nik = form.nik();
    Phone phone = form.phone();
    handle
        .createUpdate(
            """
            insert into accidents (number, talk, victim, victim_nik, day, place, chronology,
              notifier, phone, deadline, state, state_since, receipt, made)
            values (:number, :talk, :victim, :nik, :day, :place, :chronology,
              :notifier, :phone, :deadline, :state, :now, :receipt, :now)
            """)
        .bind("number", number)
        .bind("talk", talk.id())
        .bind("victim", Legible.of(form.victim()))
        .bind("nik", secrets.sealMaybe("victim_nik", nik == null ? null : nik.digits()))
        .bind("day", form.day())
        .bind("place", secrets.seal("place", form.where()))
        .bind("chronology", secrets.seal("chronology", form.chronology()))
        .bind("notifier", Legible.of(form.notifier()))
        .bind("phone", secrets.sealMaybe("phone", phone == null ? null : phone.e164()))
        .bind("deadline", deadline)
        .bind("state", AccidentState.REPORTED.words())
        .bind("receipt", secrets.seal("receipt", receipt.text()))
        .bind("now", now)
        .execute();
    return new Answer.AccidentReported(number, receipt, deadline);
  }
}
