package id.kentongan.bot.watch;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.crypto.MasterKey;
import java.util.HexFormat;

/// Names for conversations and their turns outside the stores. They tell nothing without the master
/// key, and are the same on every node and after every restart.
public final class Pseudonyms {
  private static final HexFormat HEX = HexFormat.of();

  private final BlindIndex index;

  public Pseudonyms(MasterKey key) {
    this.index = new BlindIndex(key);
  }

  /// 16 hexadecimal digits.
  String conversation(ConversationId who) {
    return HEX.formatHex(index.sender(who.key()), 0, 8);
  }

  /// 32 hexadecimal digits for a turn and all that it set off.
  String turn(ConversationId who, long version) {
    return HEX.formatHex(index.effect(who.key() + '/' + version), 0, 16);
  }

  /// The turn that an effect is of.
  String turn(EffectId effect) {
    String text = effect.text();
    return HEX.formatHex(index.effect(text.substring(0, text.lastIndexOf('/'))), 0, 16);
  }

  /// The effect within its turn.
  static String place(EffectId effect) {
    return effect.text().substring(effect.text().lastIndexOf('/') + 1);
  }
}
