package id.kentongan.integrations.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Keeps half-filled forms, and finds them from another number by code and birth date.
final class Drafts {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private final Keyring keys;
  private final InstantSource clock;
  private final ZoneId zone;

  Drafts(Keyring keys, InstantSource clock, ZoneId zone) {
    this.keys = keys;
    this.clock = clock;
    this.zone = zone;
  }

  /// Of one conversation's drafts under a code the latest stays.
  void keep(Handle handle, Talks.Talk talk, EffectId id, Effect.KeepDraft keep) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    String born = keep.nik().birthDate(today).map(LocalDate::toString).orElse("");
    handle
        .createUpdate(
            """
            insert into drafts (code_blind, talk, version, birth_date, body, kept)
            values (:code, :talk, :version, :birthDate, :body, :now)
            on conflict (code_blind) do update set talk = excluded.talk,
              version = excluded.version, birth_date = excluded.birth_date, body = excluded.body,
              kept = excluded.kept
            where drafts.talk <> excluded.talk or drafts.version <= excluded.version
            """)
        .bind("code", keys.index().code(keep.code().text()))
        .bind("talk", talk.id())
        .bind("version", version(id))
        .bind("birthDate", talk.secrets().seal("draft_birth_date", born))
        .bind("body", talk.secrets().seal("draft", write(keep.draft())))
        .bind("now", clock.instant())
        .execute();
  }

  Answer find(Handle handle, Talks.Talk talk, byte[] sender, Effect.FindDraft find) {
    Instant now = clock.instant();
    byte[] code = keys.index().code(find.code().text());
    var counts = List.of(new Tries.Count("draft.sender", sender), new Tries.Count("draft", code));
    Optional<Instant> blocked = Tries.blocked(handle, now, counts);
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    Optional<Kept> kept = read(handle, code);
    if (kept.isPresent() && kept.get().born().equals(find.birthDate().toString())) {
      return new Answer.DraftFound(kept.get().draft());
    }
    Tries.note(handle, now, counts);
    return new Answer.NotIdentified();
  }

  /// What was half filled is now submitted.
  static void forget(Handle handle, Talks.Talk talk) {
    handle.execute("delete from drafts where talk = ?", talk.id());
  }

  private record Kept(String born, Map<String, Object> draft) {}

  private Optional<Kept> read(Handle handle, byte[] code) {
    return handle
        .createQuery(
            """
            select d.talk, d.birth_date, d.body, k.wrapped
            from drafts d join person_keys k on k.owner = 'talk/' || d.talk
            where d.code_blind = :code
            """)
        .bind("code", code)
        .map(
            (row, context) -> {
              var secrets =
                  new Secrets("talk/" + row.getLong("talk"), keys.unwrap(row.getBytes("wrapped")));
              return new Kept(
                  secrets.open("draft_birth_date", row.getBytes("birth_date")),
                  tree(secrets.open("draft", row.getBytes("body"))));
            })
        .findOne();
  }

  private static long version(EffectId id) {
    String[] parts = id.text().split("/");
    return Long.parseLong(parts[parts.length - 2]);
  }

  private static String write(Map<String, Object> draft) {
    try {
      return JSON.writeValueAsString(draft);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a draft is plain JSON", e);
    }
  }

  private static Map<String, Object> tree(String json) {
    try {
      return JSON.readValue(json, TREE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a draft is plain JSON", e);
    }
  }
}
