package id.kentongan.dialogs.content.reading;

/// How long texts may be to fit every channel, in UTF-16 units, the strictest count of them.
///
/// Source: developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages (button 20, list
/// row 24, body with buttons 1024); twilio.com/docs/whatsapp/api (message 1600).
final class Lengths {
  static final int BUTTON = 20;
  static final int ROW = 24;
  static final int WITH_BUTTONS = 1024;
  static final int MESSAGE = 1600;

  /// Our own, for two short answers in one bubble.
  static final int BRIEF = 260;

  private Lengths() {}

  static void check(Node node, String text, int most, Should what) {
    if (text.length() > most) {
      node.fault(Wrong.LONG.of(text.length()), what.of(most));
    }
  }
}
