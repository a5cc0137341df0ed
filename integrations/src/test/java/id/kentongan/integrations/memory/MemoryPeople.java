package id.kentongan.integrations.memory;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.postgres.matters.ClaimState;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.matters.Standings;
import id.kentongan.integrations.postgres.sample.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The persons of [MemoryRecords]: members, applicants, and which conversation is bound to whom.
final class MemoryPeople {
  private final List<Person> persons = new ArrayList<>();
  private final Map<ConversationId, String> bound = new HashMap<>();
  private final Map<ConversationId, List<Answer.Matter>> claims = new HashMap<>();

  MemoryPeople(LocalDate today) {
    for (Sample.Person p : Sample.people(today)) {
      persons.add(person(p.name(), p.nik(), p.birthDate(), p.member(), true));
    }
  }

  /// One record: two may have the same NIK as long as nobody has shown that they are one.
  private record Person(
      String id,
      String name,
      Nik nik,
      LocalDate birthDate,
      Sample.@Nullable Member member,
      List<Enrolled> enrolled,
      boolean sample) {}

  /// An enrolment and the receipt given for it.
  record Enrolled(Answer.Matter matter, Code receipt) {}

  /// Empty when the conversation's own person is a member already.
  Optional<String> enroll(
      ConversationId who, EnrollmentForm form, Enrolled enrolled, LocalDate today) {
    Nik nik = form.person().nik();
    Person own = find(bound.get(who)).filter(p -> p.nik().equals(nik)).orElse(null);
    if (own == null) {
      own = person(form.person().name(), nik, form.person().birthDate(), null, false);
      persons.add(own);
      bound.put(who, own.id());
    } else if (own.member() != null && covered(own.member(), today)) {
      return Optional.empty();
    }
    own.enrolled().add(enrolled);
    return Optional.of(own.id());
  }

  /// How an enrolment under this NIK begins: an officer looks first when a member has it.
  EnrollmentState first(Nik nik, LocalDate today) {
    return persons.stream()
            .filter(p -> p.nik().equals(nik))
            .anyMatch(p -> p.member() != null && covered(p.member(), today))
        ? EnrollmentState.CHECKING
        : EnrollmentState.WAITING;
  }

  Optional<Answer.Identified> identify(ConversationId who, Effect.Identify identify) {
    String proof = identify.proof().text();
    Optional<Person> found =
        persons.stream()
            .filter(p -> p.nik().equals(identify.nik()))
            .filter(p -> p.birthDate().equals(identify.birthDate()))
            .filter(
                p ->
                    (p.member() != null && p.member().kpj().equals(proof))
                        || p.enrolled().stream().anyMatch(e -> e.receipt().text().equals(proof)))
            .findFirst();
    found.ifPresent(p -> bound.put(who, p.id()));
    return found.map(p -> new Answer.Identified(p.id(), p.name()));
  }

  Optional<Answer.MemberFound> deceased(Effect.LookUpDeceased lookUp) {
    for (Person person : persons) {
      Sample.Member member = person.member();
      if (person.nik().equals(lookUp.nik()) && member != null) {
        return Optional.of(
            new Answer.MemberFound(
                person.id(),
                Standings.on(lookUp.died(), member.known()),
                Standings.monthsPaid(lookUp.died(), member.known())));
      }
    }
    return Optional.empty();
  }

  /// Of another than the conversation's own person: nothing.
  Answer status(String id, ConversationId who, LocalDate today) {
    Person person = find(id).filter(p -> id.equals(bound.get(who))).orElse(null);
    if (person == null) {
      return new Answer.NotIdentified();
    }
    Sample.Member member = person.member();
    return new Answer.StatusRead(
        new Answer.Status(
            person.name(),
            member == null ? null : membership(member, today),
            person.enrolled().stream().map(Enrolled::matter).toList(),
            claims.getOrDefault(who, List.of()),
            person.sample()));
  }

  Answer claims(ConversationId who) {
    return new Answer.StatusRead(
        new Answer.Status("", null, List.of(), claims.getOrDefault(who, List.of()), false));
  }

  List<String> claimsOf(ConversationId who) {
    return claims.getOrDefault(who, List.of()).stream().map(Answer.Matter::number).toList();
  }

  void claimed(ConversationId who, String number, Instant now) {
    claims
        .computeIfAbsent(who, w -> new ArrayList<>())
        .add(new Answer.Matter(number, ClaimState.PREPARED.words(), now));
  }

  private static Answer.Membership membership(Sample.Member member, LocalDate today) {
    return new Answer.Membership(
        Standings.on(today, member.known()),
        member.kpj(),
        member.programmes(),
        member.known().paidUntil(),
        member.known().since());
  }

  private static boolean covered(Sample.Member member, LocalDate today) {
    return switch (Standings.on(today, member.known())) {
      case ACTIVE, UNDER_THREE_MONTHS, IN_ARREARS -> true;
      case LAPSED, DEAD, WAITING_FOR_PAYMENT -> false;
    };
  }

  private Optional<Person> find(@Nullable String id) {
    return persons.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  private Person person(
      String name, Nik nik, LocalDate born, Sample.@Nullable Member member, boolean sample) {
    String id = Integer.toString(persons.size() + 1);
    return new Person(id, name, nik, born, member, new ArrayList<>(), sample);
  }
}
