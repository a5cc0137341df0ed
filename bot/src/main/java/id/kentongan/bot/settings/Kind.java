package id.kentongan.bot.settings;

/// What a setting's value may be.
enum Kind {
  TEXT("any text", ".+"),
  SECRET("any text", ".+"),
  HOST("a name or address", "[A-Za-z0-9_.:-]{1,253}"),
  PORT("a number from 0 (any free port) to 65535", "[0-9]{1,5}"),
  COUNT("a number from 1 to 9999999", "[1-9][0-9]{0,6}"),
  REPLICAS("a number from 0 to 9", "[0-9]"),
  HALT(
      "a point that chaos knows, and at which time there: after-commit:3",
      "[a-z-]+:[1-9][0-9]{0,5}"),
  NETWORKS(
      "addresses and networks such as 10.0.0.0/8, with commas between", "[0-9A-Fa-f:./, ]{2,2000}"),
  YES_NO("true or false", "true|false"),
  URL("an address that begins with http:// or https://", "https?://[A-Za-z0-9._:-]+(/\\S*)?"),
  FOLDER("a folder", ".+"),
  FILE("a file that can be read", ".+"),
  REDIS(
      "redis://... or rediss://..., several with commas between",
      "rediss?://[^\\s,/]+(/[0-9]*)?(,rediss?://[^\\s,/]+(/[0-9]*)?)*"),
  DATABASE(
      "jdbc:postgresql://... or postgresql://...",
      "(jdbc:postgresql|postgres(ql)?)://[^/\\s]+/\\S+"),
  TELEGRAM_TOKEN("the token from BotFather, 123456:ABC...", "[0-9]+:[A-Za-z0-9_-]+"),
  TELEGRAM_SECRET("1 to 256 letters, digits, _ and -", "[A-Za-z0-9_-]{1,256}"),
  TELEGRAM_MODE("polling or webhook", "polling|webhook"),
  TWILIO_ACCOUNT("AC and the rest of the account's SID", "AC[0-9a-zA-Z]+"),
  TWILIO_CONTENT("HX and the rest of the content's SID", "HX[0-9a-zA-Z]+"),
  WHATSAPP_PROVIDER("twilio or cloud", "twilio|cloud"),
  CLOUD_NUMBER("the digits of the phone number's id at Meta", "[0-9]{1,32}"),
  CLOUD_TEMPLATE("a template's name: small letters, digits and _", "[a-z0-9_]{1,512}"),
  WHATSAPP_NUMBER(
      "+ and the number, with or without whatsapp: before it", "(whatsapp:)?\\+[0-9]{6,15}");

  private final String allowed;
  private final String pattern;

  Kind(String allowed, String pattern) {
    this.allowed = allowed;
    this.pattern = pattern;
  }

  /// In words for a person.
  String allowed() {
    return allowed;
  }

  boolean accepts(String value) {
    return value.matches(pattern)
        && (this != PORT || Integer.parseInt(value) <= 65_535)
        && (this != NETWORKS || Network.list(value).isPresent());
  }

  /// Whether a value is never shown. A store's address may hold its password.
  boolean secret() {
    return switch (this) {
      case SECRET, TELEGRAM_TOKEN, TELEGRAM_SECRET, REDIS, DATABASE -> true;
      case TEXT, HOST, PORT, COUNT, REPLICAS, NETWORKS, YES_NO, URL, FOLDER, FILE -> false;
      case HALT, TELEGRAM_MODE, TWILIO_ACCOUNT, TWILIO_CONTENT, WHATSAPP_NUMBER -> false;
      case WHATSAPP_PROVIDER, CLOUD_NUMBER, CLOUD_TEMPLATE -> false;
    };
  }
}
