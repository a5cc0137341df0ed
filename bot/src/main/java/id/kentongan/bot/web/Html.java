package id.kentongan.bot.web;

import java.util.List;
import java.util.Map;

/// Text made safe to stand in a page, tables of it, and templates filled with it.
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

  /// A table of cells that are safe already.
  static String table(List<String> heads, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return "<p class=\"card soft\">Belum ada.</p>";
    }
    var table = new StringBuilder("<div class=\"rows\" tabindex=\"0\"><table><tr>");
    heads.forEach(head -> table.append("<th scope=\"col\">").append(text(head)).append("</th>"));
    for (List<String> row : rows) {
      table.append("</tr><tr>");
      row.forEach(cell -> table.append("<td>").append(cell).append("</td>"));
    }
    return table.append("</tr></table></div>").toString();
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
