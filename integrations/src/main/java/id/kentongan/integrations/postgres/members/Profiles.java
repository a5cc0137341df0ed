package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.Tries;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The persons who share a conversation, each with a key of six digits. A key is kept only for
/// who has none: proving who one is takes a forgotten one away.
public final class Profiles {
  private static final List<String> DATES = List.of("ddMMyy", "yyMMdd", "MMddyy", "MMyyyy");

  private final Keyring keys;
  private final Talks talks;
  private final InstantSource clock;

  public Profiles(Keyring keys, Talks talks, InstantSource clock) {
    this.keys = keys;
    this.talks = talks;
    this.clock = clock;
  }

  public static Answer read(Handle handle, Talks.Talk talk) {
    return new Answer.ProfilesRead(
        handle
            .createQuery(
                """
                select p.id, p.name, f.pin is not null as keyed
                from profiles f join persons p on p.id = f.person
                where f.talk = :talk order by f.made, p.id limit 8
                """)
            .bind("talk", talk.id())
            .map(
                (row, context) ->
                    new Answer.Profile(
                        Long.toString(row.getLong("id")),
                        row.getString("name"),
                        row.getBoolean("keyed")))
            .list());
  }

  /// Binds the conversation to whoever's key it is. A wrong key and no such person take the same
  /// time.
  public Answer open(Handle handle, Talks.Talk talk, byte[] sender, Effect.OpenProfile asked) {
    Instant now = clock.instant();
    var counts =
        List.of(
            new Tries.Count("profile.sender", sender),
            new Tries.Count("profile.person", talk.id() + "/" + asked.person()));
    Optional<Instant> blocked = Tries.blocked(handle, now, counts);
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    OptionalLong person = number(asked.person());
    Optional<Kept> kept =
        person.isEmpty() ? Optional.empty() : kept(handle, talk, person.getAsLong());
    String hash = kept.map(Kept::hash).orElse(null);
    boolean fits = Argon2id.fits(asked.key().text(), hash == null ? Argon2id.NOBODYS : hash);
    if (kept.isEmpty() || hash == null || !fits) {
      Tries.note(handle, now, counts);
      return new Answer.NotIdentified();
    }
    talks.bind(handle, talk.id(), person.getAsLong());
    return new Answer.Identified(asked.person(), kept.get().name());
  }

  /// Only for the person that the conversation is bound to, and only where there is no key.
  public Answer keep(Handle handle, Talks.Talk talk, Effect.KeepProfileKey asked) {
    OptionalLong bound = talks.person(handle, talk.id());
    if (bound.isEmpty() || !Long.toString(bound.getAsLong()).equals(asked.person())) {
      return new Answer.NotIdentified();
    }
    if (weak(asked.key().text(), born(handle, bound.getAsLong()))) {
      return new Answer.Refused("key-weak");
    }
    int kept =
        handle.execute(
            "update profiles set pin = ? where talk = ? and person = ? and pin is null",
            Argon2id.hash(asked.key().text()),
            talk.id(),
            bound.getAsLong());
    return kept == 1 ? new Answer.KeyKept() : new Answer.Refused("key-exists");
  }

  /// Whoever has proved who they are may choose a key anew.
  static void forget(Handle handle, long talk, long person) {
    handle.execute("update profiles set pin = null where talk = ? and person = ?", talk, person);
  }

  private record Kept(String name, @Nullable String hash) {}

  private static Optional<Kept> kept(Handle handle, Talks.Talk talk, long person) {
    return handle
        .createQuery(
            """
            select p.name, f.pin from profiles f join persons p on p.id = f.person
            where f.talk = :talk and f.person = :person
            """)
        .bind("talk", talk.id())
        .bind("person", person)
        .map((row, context) -> new Kept(row.getString("name"), row.getString("pin")))
        .findOne();
  }

  private LocalDate born(Handle handle, long person) {
    byte[] born =
        handle
            .createQuery("select birth_date from persons where id = :person")
            .bind("person", person)
            .mapTo(byte[].class)
            .one();
    return LocalDate.parse(keys.person(handle, person).open("birth_date", born));
  }

  /// All alike, in a row up or down, or the birth date.
  private static boolean weak(String key, LocalDate born) {
    int step = key.charAt(1) - key.charAt(0);
    boolean row = Math.abs(step) <= 1;
    for (int i = 1; i < key.length(); i++) {
      row &= key.charAt(i) - key.charAt(i - 1) == step;
    }
    Stream<String> dates = DATES.stream().map(d -> DateTimeFormatter.ofPattern(d).format(born));
    return row || dates.anyMatch(key::equals);
  }

  private static OptionalLong number(String person) {
    return person.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(person))
        : OptionalLong.empty();
  }
}
