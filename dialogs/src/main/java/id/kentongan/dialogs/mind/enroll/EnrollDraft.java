package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an enrolment has so far. Absent is what was not yet told; `extras` holds the optional
/// fields that are asked, empty until told; `agent` is who fills it in for somebody else, absent
/// where people enrol themselves; `byPhone`: that somebody is asked for consent by their own phone.
public record EnrollDraft(
    Who who,
    Job job,
    Wish wish,
    Map<String, String> extras,
    @Nullable String agent,
    boolean byPhone) {
  static final EnrollDraft EMPTY =
      new EnrollDraft(
          new Who(false, null, null, null, null),
          new Job(null, null, null, null),
          new Wish(Set.of(), null),
          Map.of(),
          null,
          false);

  public record Who(
      boolean consent,
      @Nullable String name,
      @Nullable Nik nik,
      @Nullable Phone phone,
      @Nullable Place village) {}

  /// `days`: worked a month, where the income is by the day.
  public record Job(
      @Nullable Occupation occupation,
      @Nullable Boolean working,
      @Nullable Income income,
      @Nullable Integer days) {
    /// The income by the month, once it is known.
    public @Nullable Rupiah monthly() {
      Income told = income;
      if (told == null) {
        return null;
      }
      Integer worked = days;
      return switch (told.per()) {
        case MONTH -> told.amount();
        case YEAR -> new Rupiah(told.amount().amount() / 12);
        case WEEK -> new Rupiah(told.amount().amount() * 52 / 12);
        case DAY -> worked == null ? null : told.amount().times(worked);
      };
    }
  }

  record Wish(Set<Programme> programmes, @Nullable Integer months) {}

  EnrollDraft by(@Nullable String name) {
    return new EnrollDraft(who, job, wish, extras, name, byPhone);
  }

  EnrollDraft asking(boolean phone) {
    return new EnrollDraft(who, job, wish, extras, agent, phone);
  }

  EnrollDraft consented(boolean yes) {
    return with(new Who(yes, who.name, who.nik, who.phone, who.village));
  }

  EnrollDraft named(@Nullable String name) {
    return with(new Who(who.consent, name, who.nik, who.phone, who.village));
  }

  EnrollDraft identified(@Nullable Nik nik) {
    return with(new Who(who.consent, who.name, nik, who.phone, who.village));
  }

  EnrollDraft reachedAt(@Nullable Phone phone) {
    return with(new Who(who.consent, who.name, who.nik, phone, who.village));
  }

  EnrollDraft living(@Nullable Place village) {
    return with(new Who(who.consent, who.name, who.nik, who.phone, village));
  }

  EnrollDraft doing(@Nullable Occupation occupation) {
    return with(new Job(occupation, job.working, job.income, job.days));
  }

  EnrollDraft working(@Nullable Boolean working) {
    return with(new Job(job.occupation, working, job.income, job.days));
  }

  /// A new income asks for its days again.
  EnrollDraft earning(@Nullable Income income) {
    return with(new Job(job.occupation, job.working, income, null));
  }

  EnrollDraft days(@Nullable Integer days) {
    return with(new Job(job.occupation, job.working, job.income, days));
  }

  EnrollDraft joining(Set<Programme> programmes) {
    return new EnrollDraft(who, job, new Wish(programmes, wish.months), extras, agent, byPhone);
  }

  EnrollDraft paying(@Nullable Integer months) {
    return new EnrollDraft(who, job, new Wish(wish.programmes, months), extras, agent, byPhone);
  }

  /// An extra field: empty while it is still to be asked.
  EnrollDraft extra(String field, String value) {
    var more = new HashMap<>(extras);
    more.put(field, value);
    return new EnrollDraft(who, job, wish, more, agent, byPhone);
  }

  /// Without a second job that was told beside the first.
  EnrollDraft oneJob() {
    if (extras.getOrDefault(EnrollExtras.SECOND, "").isEmpty()) {
      return this;
    }
    var fewer = new HashMap<>(extras);
    fewer.remove(EnrollExtras.SECOND);
    return new EnrollDraft(who, job, wish, fewer, agent, byPhone);
  }

  private EnrollDraft with(Who other) {
    return new EnrollDraft(other, job, wish, extras, agent, byPhone);
  }

  private EnrollDraft with(Job other) {
    return new EnrollDraft(who, other, wish, extras, agent, byPhone);
  }
}
