package id.kentongan.integrations.postgres;

import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.crypto.Codes;
import id.kentongan.integrations.crypto.DataKey;
import id.kentongan.integrations.crypto.MasterKey;
import java.security.SecureRandom;
import java.util.NoSuchElementException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The keys of persons and conversations, as kept wrapped in `person_keys`.
///
/// why: not cached. Unwrapping costs microseconds, and a key that was destroyed must be gone on all
/// nodes at once.
public final class Keyring {
  private final MasterKey master;
  private final SecureRandom random = new SecureRandom();
  private final BlindIndex index;
  private final Codes codes;

  public Keyring(MasterKey master) {
    this.master = master;
    this.index = new BlindIndex(master);
    this.codes = new Codes(master);
  }

  public BlindIndex index() {
    return index;
  }

  public Codes codes() {
    return codes;
  }

  public SecureRandom random() {
    return random;
  }

  /// A key not yet given to an owner.
  public DataKey fresh() {
    return DataKey.random(random);
  }

  /// Gives `owner` a key; the owner must be new in this transaction.
  public Secrets give(Handle handle, String owner, DataKey key) {
    handle.execute(
        "insert into person_keys (owner, wrapped) values (?, ?)", owner, key.wrapped(master));
    return new Secrets(owner, key);
  }

  public Secrets person(Handle handle, long id) {
    return of(handle, "person/" + id);
  }

  public Secrets talk(Handle handle, long id) {
    return of(handle, "talk/" + id);
  }

  /// The owner of the key of an officer's account, and that account's name in the audit.
  public static String ofOfficer(String name) {
    return "officer/" + name;
  }

  /// The key of an officer's account, given to accounts that are older than the keys.
  public Secrets officer(Handle handle, String name) {
    String owner = ofOfficer(name);
    handle.execute(
        "insert into person_keys (owner, wrapped) values (?, ?) on conflict do nothing",
        owner,
        fresh().wrapped(master));
    return of(handle, owner);
  }

  /// A key as it is kept, wrapped.
  public byte[] wrapped(Secrets secrets) {
    return secrets.key().wrapped(master);
  }

  /// The key of `owner` as it was kept; none when it was destroyed, which is an error here.
  public Secrets open(String owner, byte @Nullable [] wrapped) {
    if (wrapped == null) {
      throw new NoSuchElementException(owner + " has no key any more");
    }
    return new Secrets(owner, unwrap(wrapped));
  }

  public Secrets batch(Handle handle, long id) {
    return of(handle, "batch/" + id);
  }

  public Secrets erasure(Handle handle, String number) {
    return of(handle, "erasure/" + number);
  }

  /// The key of a conversation that is not to be destroyed before this transaction ends.
  Secrets held(Handle handle, long talk) {
    handle
        .select("select owner from person_keys where owner = ? for share", "talk/" + talk)
        .mapTo(String.class)
        .one();
    return talk(handle, talk);
  }

  public DataKey unwrap(byte[] wrapped) {
    return DataKey.unwrap(master, wrapped);
  }

  private Secrets of(Handle handle, String owner) {
    byte @Nullable [] wrapped =
        handle
            .createQuery("select wrapped from person_keys where owner = :owner")
            .bind("owner", owner)
            .mapTo(byte[].class)
            .findOne()
            .orElse(null);
    return open(owner, wrapped);
  }
}
