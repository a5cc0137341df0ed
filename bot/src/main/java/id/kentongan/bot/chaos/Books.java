package id.kentongan.bot.chaos;

import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.journal.KeptTurns;
import id.kentongan.integrations.postgres.journal.KeptTurns.KeptTurn;
import id.kentongan.integrations.redis.RedisFunctions;
import id.kentongan.integrations.redis.RedisVault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads conversations from both stores. The journal names a turn by a blind hash of its effect's
/// id, in which its version is; so the order of commits is found by trying.
final class Books {
  private static final int MOST_EFFECTS = 24;

  private final KeptTurns turns;
  private final Vault vault;
  private final BlindIndex index;

  Books(Database database, RedisFunctions redis, MasterKey key) {
    this.turns = new KeptTurns(database, key);
    this.vault = new RedisVault(redis, "chaos", key, DialogMind.stored());
    this.index = new BlindIndex(key);
  }

  /// Blocks.
  Book of(ConversationId who) {
    List<KeptTurn> kept = turns.of(who).await();
    Vault.Loaded loaded = vault.load(who).await();
    Map<ByteBuffer, Long> versions = versions(who, loaded.version(), kept.size());
    var found = new ArrayList<Turn>();
    int strays = 0;
    for (KeptTurn turn : kept) {
      Long version = versions.get(ByteBuffer.wrap(turn.effect()));
      if (version == null) {
        strays++;
      } else {
        found.add(new Turn(version, turn.event(), turn.answered()));
      }
    }
    found.sort(Comparator.comparingLong(Turn::version));
    return new Book(found, strays, loaded.version(), loaded.talk());
  }

  private Map<ByteBuffer, Long> versions(ConversationId who, long last, int turns) {
    var versions = new HashMap<ByteBuffer, Long>();
    for (long version = last; version > last - turns - MOST_EFFECTS; version--) {
      for (int effect = 0; effect < MOST_EFFECTS; effect++) {
        String id = EffectId.of(who, version, effect).text();
        versions.put(ByteBuffer.wrap(index.effect(id)), version);
      }
    }
    return versions;
  }
}
