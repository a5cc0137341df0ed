package id.kentongan.dialogs.talk;

/// Who talks: the channel's family (`telegram`, `whatsapp`, `web`, `terminal`) and the channel's
/// own id of the sender. Identity is not the phone number. Prints without the sender.
public record ConversationId(String channel, String sender) {
  /// The key under which stores keep it: `telegram:12345`.
  public String key() {
    return channel + ':' + sender;
  }

  public static ConversationId of(String key) {
    int colon = key.indexOf(':');
    return new ConversationId(key.substring(0, colon), key.substring(colon + 1));
  }

  /// why no hash of the sender: there are so few phone numbers that all can be tried.
  @Override
  public String toString() {
    return channel + ":*";
  }
}
