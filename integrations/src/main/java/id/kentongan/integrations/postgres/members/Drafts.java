package id.kentongan.integrations.postgres.members;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.Tries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Keeps half-filled forms, and finds them from another number by code and birth date.
public final class Drafts {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private final Keyring keys;
  private final InstantSource clock;

  public Drafts(Keyring keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// A conversation has one draft, under one code; the latest stays.
  public Answer keep(Handle handle, Talks.Talk talk, EffectId id, Effect.KeepDraft keep) {
    Secrets secrets = talk.secrets();
    Code code = code(handle, talk).orElseGet(() -> keys.codes().next(keys.random()));
    handle
        .createUpdate(
            """
            insert into drafts (talk, code_blind, code, version, birth_date, body, kept)
            values (:talk, :blind, :code, :version, :birthDate, :body, :now)
            on conflict (talk) do update set version = excluded.version,
              birth_date = excluded.birth_date, body = excluded.body, kept = excluded.kept
            where drafts.version <= excluded.version
            """)
        .bind("talk", talk.id())
        .bind("blind", keys.index().code(code.text()))
        .bind("code", secrets.seal("draft_code", code.text()))
        .bind("version", version(id))
        .bind("birthDate", secrets.seal("draft_birth_date", keep.birthDate().toString()))
        .bind("body", secrets.seal("draft", write(keep.draft())))
        .bind("now", clock.instant())
        .execute();
    return new Answer.DraftKept(code);
  }

  private static Optional<Code> code(Handle handle, Talks.Talk talk) {
    return handle
        .createQuery("select code from drafts where talk = :talk")
        .bind("talk", talk.id())
        .mapTo(byte[].class)
        .findOne()
        .map(bytes -> new Code(talk.secrets().open("draft_code", bytes)));
  }

  public Answer find(Handle handle, Talks.Talk talk, byte[] sender, Effect.FindDraft find) {
    Instant now = clock.instant();
    byte[] code = keys.index().code(find.code().text());
    var counts = Tries.counts(handle, talk, "draft", sender, new Tries.Count("draft", code));
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
  public static void forget(Handle handle, long talk) {
    handle.execute("delete from drafts where talk = ?", talk);
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
