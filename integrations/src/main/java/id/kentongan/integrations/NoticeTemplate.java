package id.kentongan.integrations;

/// What an approved template with one variable, the only way to people on WhatsApp who were silent
/// for 24 hours, takes of a message.
///
/// Source: https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates
/// (its body has 1,024 characters, with what stands around the variable)
public final class NoticeTemplate {
  /// The most characters of a [#line].
  public static final int MOST = 1000;

  private NoticeTemplate() {}

  /// why: a variable may have no line's end.
  public static String line(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }

  public static boolean fits(String line) {
    return !line.isEmpty() && line.length() <= MOST;
  }
}
