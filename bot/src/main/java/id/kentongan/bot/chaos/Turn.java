package id.kentongan.bot.chaos;

import java.util.regex.Pattern;

/// A turn as the records tell it: the version that it wrote, the event that it answered, and all
/// that it said.
record Turn(long version, String event, String answered) {
  /// A line of the journal that names the choices under a message.
  private static final Pattern CHOICES =
      Pattern.compile("^\\[[^\\]\\n]*](?: \\[[^\\]\\n]*])*$", Pattern.MULTILINE);

  /// What was said without the choices under it, which are no text of a message.
  String words() {
    return CHOICES.matcher(answered).replaceAll("");
  }
}
