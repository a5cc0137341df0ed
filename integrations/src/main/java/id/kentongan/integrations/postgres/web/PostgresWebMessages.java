package id.kentongan.integrations.postgres.web;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.WebMessages;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Bell;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The web chat's lines in PostgreSQL, sealed. Pages on this node are woken at once, those on other
/// nodes by NOTIFY, which names a conversation only blind.
public final class PostgresWebMessages implements WebMessages, AutoCloseable {
  private static final String CHANNEL = "kentongan_web";

  private final Database database;
  private final Keyring keys;
  private final WebLines lines;
  private final Bell bell;
  private final String node = UUID.randomUUID().toString();
  private final Map<String, Set<Consumer<Wake>>> ears = new ConcurrentHashMap<>();

  public PostgresWebMessages(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
    this.lines = new WebLines(new Talks(keys), keys.index());
    this.bell = new Bell(database::own, CHANNEL, this::told);
  }

  @Override
  public Future<Long> append(ConversationId conversation, String id, Line line) {
    return database
        .transact(
            handle -> {
              long seq = lines.add(handle, conversation, id, line);
              tell(handle, conversation, Wake.NEW);
              return seq;
            })
        .onSuccess(seq -> wake(blind(conversation), Wake.NEW));
  }

  @Override
  public Future<List<Numbered>> since(ConversationId conversation, long seq, int most) {
    return database.transact(handle -> lines.since(handle, conversation, seq, most));
  }

  @Override
  public Future<List<Numbered>> latest(ConversationId conversation, int most) {
    return database.transact(handle -> lines.latest(handle, conversation, most));
  }

  @Override
  public Future<Void> typing(ConversationId conversation) {
    wake(blind(conversation), Wake.TYPING);
    return database
        .transact(
            handle -> {
              tell(handle, conversation, Wake.TYPING);
              return true;
            })
        .mapEmpty();
  }

  @Override
  public Subscription listen(ConversationId conversation, Consumer<Wake> ear) {
    String blind = blind(conversation);
    ears.compute(
        blind,
        (key, known) -> {
          Set<Consumer<Wake>> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(ear);
          return all;
        });
    return () ->
        ears.computeIfPresent(
            blind,
            (key, known) -> {
              known.remove(ear);
              return known.isEmpty() ? null : known;
            });
  }

  @Override
  public void close() {
    bell.close();
  }

  private void tell(org.jdbi.v3.core.Handle handle, ConversationId conversation, Wake wake) {
    handle
        .createQuery("select pg_notify(:channel, :told)::text")
        .bind("channel", CHANNEL)
        .bind("told", wake.name() + ' ' + blind(conversation) + ' ' + node)
        .mapTo(String.class)
        .findOne();
  }

  private void told(String told) {
    String[] parts = told.split(" ");
    if (parts.length == 3 && !parts[2].equals(node)) {
      wake(parts[1], Wake.valueOf(parts[0]));
    }
  }

  private void wake(String blind, Wake wake) {
    ears.getOrDefault(blind, Set.of()).forEach(ear -> ear.accept(wake));
  }

  private String blind(ConversationId conversation) {
    return java.util.HexFormat.of().formatHex(keys.index().sender(conversation.key()), 0, 16);
  }
}
