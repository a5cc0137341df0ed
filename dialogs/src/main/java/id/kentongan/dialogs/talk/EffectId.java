package id.kentongan.dialogs.talk;

/// An effect's name and idempotency key: `telegram:12345/17/0`, conversation, version, index.
public record EffectId(String text) {
  public static EffectId of(ConversationId conversation, long version, int index) {
    return new EffectId(conversation.key() + '/' + version + '/' + index);
  }

  public ConversationId conversation() {
    String rest = text.substring(0, text.lastIndexOf('/'));
    return ConversationId.of(rest.substring(0, rest.lastIndexOf('/')));
  }
}
