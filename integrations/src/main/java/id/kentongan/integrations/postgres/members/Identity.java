package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.Tries;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/// Proves who somebody is: NIK, birth date and what a NIK does not contain, the receipt code of an
/// own enrolment, the KPJ or a code sent to the phone in the record. Unknown and wrong take the
/// same way: the same statements, the same answer. Who proves it is bound to the conversation.
public final class Identity {
  private final Keyring keys;
  private final Talks talks;
  private final People people;
  private final EnrolmentRows enrolments;
  private final SentCodes codes;
  private final InstantSource clock;

  public Identity(Keyring keys, Talks talks, SentCodes codes, InstantSource clock) {
    this.codes = codes;
    this.keys = keys;
    this.talks = talks;
    this.people = new People(keys);
    this.enrolments = new EnrolmentRows(keys, new Numbers(keys));
    this.clock = clock;
  }

  /// `member` is what the core knows of the NIK.
  public Answer identify(
      Handle handle,
      Talks.Talk talk,
      byte[] sender,
      Effect.Identify asked,
      Optional<Core.Member> member) {
    Instant now = clock.instant();
    var counts =
        Tries.counts(
            handle,
            talk,
            "identify",
            sender,
            new Tries.Count("identify.nik", keys.index().nik(asked.nik())));
    Optional<Instant> blocked = Tries.blocked(handle, now, counts);
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    List<People.Person> records = people.byNik(handle, asked.nik());
    OptionalLong holder = enrolments.personOf(handle, asked.proof());
    OptionalLong reached = codes.person(handle, talk, keys.index().nik(asked.nik()), asked.proof());
    Optional<Core.Member> proved = member.filter(m -> proves(asked, m));
    Optional<People.Person> person =
        records.stream()
            .filter(record -> record.birthDate().equals(asked.birthDate()))
            .filter(record -> is(holder, record) || is(reached, record))
            .findFirst()
            .or(() -> proved.map(m -> memberOf(handle, records, asked, m)));
    if (person.isEmpty()) {
      Tries.note(handle, now, counts);
      return new Answer.NotIdentified();
    }
    talks.bind(handle, talk.id(), person.get().id());
    Profiles.forget(handle, talk.id(), person.get().id());
    return new Answer.Identified(Long.toString(person.get().id()), person.get().name());
  }

  private static boolean is(OptionalLong id, People.Person record) {
    return id.isPresent() && id.getAsLong() == record.id();
  }

  private static boolean proves(Effect.Identify asked, Core.Member member) {
    String known = member.membership().kpj();
    boolean kpj =
        known != null && same(digits(asked.proof().text()), digits(known)) && !known.isEmpty();
    boolean born = same(asked.birthDate().toString(), member.birthDate().toString());
    return kpj && born;
  }

  private People.Person memberOf(
      Handle handle, List<People.Person> records, Effect.Identify asked, Core.Member member) {
    return records.stream()
        .filter(record -> member.reference().equals(record.reference()))
        .findFirst()
        .orElseGet(
            () ->
                people.add(
                    handle,
                    new People.Facts(
                        member.name(),
                        asked.nik(),
                        member.birthDate(),
                        null,
                        "",
                        null,
                        member.reference()),
                    false));
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
