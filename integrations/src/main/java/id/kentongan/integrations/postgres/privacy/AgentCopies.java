package id.kentongan.integrations.postgres.privacy;

import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.journal.PostgresDeliveries;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What agents wrote about a person, and were answered, in their own conversations: names and
/// numbers of an erased person are blotted out there. The rest of an agent's conversation is the
/// agent's.
final class AgentCopies {
  private static final String BLOT = "••••";
  private static final int SHORTEST = 4;

  private static final String TALKS =
      """
      select distinct a.talk from agents a
      where a.talk is not null and a.id in (
        select agent from enrolments where person = :person
        union select agent from consents where person = :person
        union select agent from agent_reminders where person = :person
        union select agent from consent_requests
          where nik_blind = (select nik_blind from persons where id = :person)
        union select b.agent from batch_rows r join batches b on b.id = r.batch
          where r.nik_blind = (select nik_blind from persons where id = :person)
            or r.enrolment in (select number from enrolments where person = :person))
      """;

  private final Keyring keys;

  AgentCopies(Keyring keys) {
    this.keys = keys;
  }

  /// Before the person's own record and key are gone.
  void erase(Handle handle, long person) {
    Optional<Pattern> signs = signs(handle, person);
    if (signs.isPresent()) {
      for (long talk : handle.createQuery(TALKS).bind("person", person).mapTo(Long.class).list()) {
        blot(handle, talk, signs.get());
      }
    }
  }

  private void blot(Handle handle, long talk, Pattern signs) {
    Secrets secrets = keys.talk(handle, talk);
    journal(handle, talk, secrets, signs);
    webLines(handle, talk, secrets, signs);
    answers(handle, talk, secrets, signs);
    notices(handle, talk, secrets, signs);
    deliveries(handle, talk, secrets, signs);
    Blots.add(handle, talk, secrets, signs);
    handle.execute("delete from files where talk = ? and until is not null", talk);
  }

  /// A sealed text, and by what it is found again.
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared as a record
  private record Sealed(byte[] effect, long number, byte[] text) {}

  private static void journal(Handle handle, long talk, Secrets secrets, Pattern signs) {
    for (Sealed row :
        rows(handle, talk, "select effect, 0, texts from journal where talk = :talk")) {
      String blotted = blotted(secrets, "journal", row.text(), signs);
      if (blotted != null) {
        handle.execute(
            "update journal set texts = ? where effect = ? and talk = ?",
            secrets.seal("journal", blotted),
            row.effect(),
            talk);
      }
    }
  }

  private static void webLines(Handle handle, long talk, Secrets secrets, Pattern signs) {
    for (Sealed row :
        rows(handle, talk, "select ''::bytea, seq, line from web_lines where talk = :talk")) {
      String context = "web/" + row.number();
      String blotted = blotted(secrets, context, row.text(), signs);
      if (blotted != null) {
        handle.execute(
            "update web_lines set line = ? where talk = ? and seq = ?",
            secrets.seal(context, blotted),
            talk,
            row.number());
      }
    }
  }

  /// why: what was answered once is never needed again but for a repetition, which is told that it
  /// is erased.
  private static void answers(Handle handle, long talk, Secrets secrets, Pattern signs) {
    String query = "select effect, 0, answer from acts where talk = :talk and answer is not null";
    for (Sealed row : rows(handle, talk, query)) {
      if (blotted(secrets, "answer", row.text(), signs) != null) {
        handle.execute("update acts set answer = null where effect = ?", row.effect());
      }
    }
  }

  private static void notices(Handle handle, long talk, Secrets secrets, Pattern signs) {
    for (Sealed row :
        rows(handle, talk, "select ''::bytea, id, body from notices where talk = :talk")) {
      if (blotted(secrets, "notice", row.text(), signs) != null) {
        handle.execute("delete from notices where id = ?", row.number());
      }
    }
  }

  /// why: what a provider took is kept only to be sent again if it is returned.
  private static void deliveries(Handle handle, long talk, Secrets secrets, Pattern signs) {
    String query =
        "select provider_blind, 0, post from deliveries where talk = :talk and post is not null";
    for (Sealed row : rows(handle, talk, query)) {
      if (blotted(secrets, PostgresDeliveries.COLUMN, row.text(), signs) != null) {
        handle.execute("update deliveries set post = null where provider_blind = ?", row.effect());
      }
    }
  }

  private static List<Sealed> rows(Handle handle, long talk, String query) {
    return handle
        .createQuery(query)
        .bind("talk", talk)
        .map((row, context) -> new Sealed(row.getBytes(1), row.getLong(2), row.getBytes(3)))
        .list();
  }

  /// Nothing when none of it is the person's.
  private static @Nullable String blotted(
      Secrets secrets, String context, byte[] sealed, Pattern signs) {
    String text = secrets.open(context, sealed);
    String blotted = signs.matcher(text).replaceAll(BLOT);
    return blotted.equals(text) ? null : blotted;
  }

  /// By what the person is known in a text: NIK and phone however they were spaced, and each longer
  /// word of the name.
  private Optional<Pattern> signs(Handle handle, long person) {
    Secrets secrets = keys.person(handle, person);
    return handle
        .createQuery("select name, nik, phone from persons where id = :person")
        .bind("person", person)
        .map(
            (row, context) -> {
              var signs = new ArrayList<String>();
              byte[] phone = row.getBytes("phone");
              signs.add(spaced(secrets.open("nik", row.getBytes("nik"))));
              if (phone != null) {
                String digits = secrets.open("phone", phone).replaceAll("\\D", "");
                signs.add("(?:\\+?62|0)?[ .-]?" + spaced(digits.replaceFirst("^62", "")));
              }
              words(row.getString("name")).forEach(signs::add);
              return signs;
            })
        .findOne()
        .map(signs -> signs.stream().filter(Objects::nonNull).collect(Collectors.joining("|")))
        .filter(signs -> !signs.isEmpty())
        .map(signs -> Pattern.compile(signs, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  private static Stream<String> words(String name) {
    return Stream.of(name.split("[^\\p{L}']+"))
        .filter(word -> word.length() >= SHORTEST)
        .map(word -> "(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})");
  }

  private static String spaced(String digits) {
    return digits.chars().mapToObj(Character::toString).collect(Collectors.joining("[ .-]?"));
  }
}
