package id.kentongan.integrations.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.Notice;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Puts notices up, in the transaction of what they tell.
public final class NoticeBoard {
  private static final JsonMapper JSON = StoredJson.mapper(List.of());

  private final Keyring keys;

  public NoticeBoard(Keyring keys) {
    this.keys = keys;
  }

  public void put(Handle handle, long talk, Notice notice) {
    put(handle, talk, notice, false);
  }

  /// `done`: it is never brought to anybody.
  public void put(Handle handle, long talk, Notice notice, boolean done) {
    handle.execute(
        "insert into notices (talk, body, done) values (?, ?, case when ? then now() end)",
        talk,
        sealed(handle, talk, notice),
        done);
  }

  /// Nothing of it is kept once it was brought.
  public void brief(Handle handle, long talk, Notice notice) {
    handle.execute(
        "insert into notices (talk, body, brief) values (?, ?, true)",
        talk,
        sealed(handle, talk, notice));
  }

  private byte[] sealed(Handle handle, long talk, Notice notice) {
    try {
      String body = JSON.writerFor(Notice.class).writeValueAsString(notice);
      return keys.held(handle, talk).seal("notice", body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a notice cannot be written", e);
    }
  }

  /// Empty for one that only a newer program knows.
  Optional<Notice> open(Secrets secrets, byte[] body) {
    try {
      return Optional.of(JSON.readValue(secrets.open("notice", body), Notice.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
