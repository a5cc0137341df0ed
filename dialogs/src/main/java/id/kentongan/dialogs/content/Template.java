package id.kentongan.dialogs.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Text with `{placeholders}`: fills and lists them. A brace without its partner stays as it is.
public final class Template {
  private Template() {}

  public static String fill(String text, UnaryOperator<String> value) {
    int open = text.indexOf('{');
    if (open < 0) {
      return text;
    }
    var filled = new StringBuilder(text.length() + 64);
    int from = 0;
    while (open >= 0) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      filled.append(text, from, open).append(value.apply(text.substring(open + 1, close)));
      from = close + 1;
      open = text.indexOf('{', from);
    }
    return filled.append(text, from, text.length()).toString();
  }

  /// The names in braces, in order.
  public static List<String> names(String text) {
    var names = new ArrayList<String>();
    String _ =
        fill(
            text,
            name -> {
              names.add(name);
              return "";
            });
    return names;
  }
}
