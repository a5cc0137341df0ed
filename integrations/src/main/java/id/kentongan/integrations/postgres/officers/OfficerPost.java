package id.kentongan.integrations.postgres.officers;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.files.FileType;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A photograph or PDF that an officer sends in a conversation they have taken over. It is kept
/// sealed like the person's own, for as long as messengers may still fetch it.
public final class OfficerPost {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final Keyring keys;
  private final NoticeBoard board;
  private final Files files;
  private final InstantSource clock;

  public OfficerPost(Database database, MasterKey master, Files files, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.board = new NoticeBoard(keys);
    this.files = files;
    this.clock = clock;
  }

  /// The file with its name, and words to go with it.
  public record Sent(String name, Buffer bytes, String words) {
    @Override
    public String toString() {
      return "Sent[" + bytes.length() + " bytes]";
    }
  }

  /// What came of it.
  public enum Result {
    DONE,
    /// Its bytes are neither a JPEG, a PNG nor a PDF, which every messenger takes.
    NOT_A_PAPER,
    NOT_YOURS,
    MISSING
  }

  public Future<Result> send(String officer, long talk, Sent sent) {
    Optional<FileType> type = type(sent.bytes());
    if (type.isEmpty()) {
      return Future.succeededFuture(Result.NOT_A_PAPER);
    }
    return database
        .transact(handle -> with(handle, officer, talk))
        .compose(
            who ->
                switch (who) {
                  case With.Nobody(var why) -> Future.succeededFuture(why);
                  case With.Person(var conversation) ->
                      kept(conversation, type.get(), sent.bytes())
                          .compose(kept -> told(officer, talk, sent, kept));
                });
  }

  private static Optional<FileType> type(Buffer bytes) {
    byte[] first = bytes.getBytes(0, Math.min(FileType.NEEDED, bytes.length()));
    return FileType.of(first)
        .filter(
            type ->
                switch (type) {
                  case JPEG, PNG, PDF -> true;
                  case WEBP, HEIC, WORKBOOK, TEXT_TABLE -> false;
                });
  }

  private sealed interface With {
    record Person(ConversationId who) implements With {}

    record Nobody(Result why) implements With {}
  }

  private With with(Handle handle, String officer, long talk) {
    boolean known =
        handle
            .createQuery("select id from talks where id = :talk for update")
            .bind("talk", talk)
            .mapTo(Long.class)
            .findOne()
            .isPresent();
    if (!known) {
      return new With.Nobody(Result.MISSING);
    }
    return holds(handle, officer, talk)
        ? new With.Person(new Talks(keys).conversation(handle, talk))
        : new With.Nobody(Result.NOT_YOURS);
  }

  private static boolean holds(Handle handle, String officer, long talk) {
    return handle
        .createQuery(
            "select 1 from tickets where talk = :talk and state = 'TAKEN' and officer = :officer")
        .bind("talk", talk)
        .bind("officer", officer)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private Future<Files.Kept> kept(ConversationId who, FileType type, Buffer bytes) {
    Instant until = clock.instant().plus(KEPT);
    return files.keepMade(who, "officer/" + UUID.randomUUID(), type.media(), bytes, until);
  }

  /// why again: the officer may have given the conversation back meanwhile.
  private Future<Result> told(String officer, long talk, Sent sent, Files.Kept kept) {
    return database.transact(
        handle -> {
          if (!holds(handle, officer, talk)) {
            return Result.NOT_YOURS;
          }
          String name = name(sent.name(), kept.type());
          var file = new Bubble.Attachment(kept.fileId(), kept.type(), name);
          board.put(handle, talk, new Notice.OfficerSent(file, sent.words()));
          handle.execute(
              "insert into officer_lines (talk, officer, kind, at, text) values (?, ?, 'SAID', ?,"
                  + " ?)",
              talk,
              officer,
              clock.instant(),
              keys.talk(handle, talk).seal("officer", (sent.words() + "\n(" + name + ')').strip()));
          AuditLines.add(handle, clock.instant(), officer, "send file", "talk/" + talk);
          return Result.DONE;
        });
  }

  /// why: some messengers show a file by its ending.
  private static String name(String told, String type) {
    String plain = told.replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceAll("\\.[^.]*$", "").strip();
    String name = plain.isEmpty() ? "berkas" : plain.substring(0, Math.min(60, plain.length()));
    return switch (type) {
      case "image/jpeg" -> name + ".jpg";
      case "image/png" -> name + ".png";
      default -> name + ".pdf";
    };
  }
}
