package id.kentongan.integrations.twilio;

import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.crypto.BlindIndex;
import java.util.HexFormat;

/// Names a send in the address of its reports: the same for the same effect on every node, known to
/// the records, and, unlike the effect's id, without a phone number in it.
final class SendToken {
  private SendToken() {}

  static String of(EffectId id, BlindIndex index) {
    return HexFormat.of().formatHex(index.effect(id.text()));
  }
}
