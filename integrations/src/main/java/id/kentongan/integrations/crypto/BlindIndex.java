package id.kentongan.integrations.crypto;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;

/// Finds a person by what is kept encrypted: the same value always has the same 32 bytes, and
/// without the master key the bytes tell nothing. Input is normalised first.
public final class BlindIndex {
  private final Hmac hmac;

  public BlindIndex(MasterKey master) {
    this.hmac = new Hmac(master, "kentongan blind index");
  }

  public byte[] nik(Nik nik) {
    return hmac.of("nik:" + nik.digits());
  }

  /// `kpj` as typed: spaces and dots do not count.
  public byte[] kpj(String kpj) {
    return hmac.of("kpj:" + kpj.replaceAll("[^0-9]", ""));
  }

  public byte[] phone(Phone phone) {
    return hmac.of("phone:" + phone.e164());
  }

  /// A code as typed, of any maker: dashes, spaces, case and look-alikes do not count.
  public byte[] code(String code) {
    return hmac.of("code:" + Codes.plain(code));
  }

  /// A code that was sent, within the conversation that it was sent for.
  public byte[] sentCode(String code) {
    return hmac.of("sent:" + code);
  }

  /// Who writes: a conversation's key, in which there may be a phone number.
  public byte[] sender(String key) {
    return hmac.of("sender:" + key);
  }

  /// A network address.
  public byte[] address(String address) {
    return hmac.of("address:" + address);
  }

  /// An effect or event by its id, in which there may be a phone number.
  public byte[] effect(String id) {
    return hmac.of("effect:" + id);
  }

  /// A message by its id at the provider, in which there may be a phone number.
  public byte[] message(String id) {
    return hmac.of("message:" + id);
  }
}
