package id.kentongan.bot.web;

import java.util.Map;

/// Text made safe to stand in a page, and templates filled with it.
final class Html {
  private Html() {}

  static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String p(String plain) {
    return "<p>" + text(plain) + "</p>";
  }

  /// What marks invented data.
  static String sample(boolean sample) {
    return sample ? " <span class=\"sample\">CONTOH</span>" : "";
  }

  /// A template with each `{{name}}` replaced by what is safe already.
  static String fill(String template, Map<String, String> values) {
    String filled = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return filled;
  }
}
