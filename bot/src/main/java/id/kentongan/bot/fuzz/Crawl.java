package id.kentongan.bot.fuzz;

import id.kentongan.bot.console.Pass;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Opens the console's pages as its officers do, and takes every page and every form on them as a
/// request; so a new page is fuzzed from its first day.
final class Crawl {
  private static final int MOST = 120;
  private static final Pattern LINK =
      Pattern.compile("\\b(?:href|hx-get|action)=\"(/console[^\"#]*+)\"");
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*?action=\"([^\"]*+)\"[^>]*+>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern BUTTON = Pattern.compile("formaction=\"([^\"]*+)\"");
  private static final Pattern FIELD =
      Pattern.compile("<(?:input|select|textarea|button)[^>]*?name=\"([^\"]*+)\"([^>]*+)>");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*+)\"");

  /// why: training takes its time, and whoever leaves is not there for the next page.
  private static final Pattern LEFT_OUT =
      Pattern.compile("/console/(?:bahasa/(?:bandingkan|terbit)|keluar|masuk).*");

  private final Line line;

  Crawl(Line line) {
    this.line = line;
  }

  /// Everything that these officers see.
  List<Ask> of(List<Pass> passes) {
    Set<String> pages = new LinkedHashSet<>();
    Set<Ask> forms = new LinkedHashSet<>();
    Set<String> shapes = new LinkedHashSet<>();
    for (Pass pass : passes) {
      var waiting = new ArrayDeque<>(List.of("/console"));
      Set<String> seen = new LinkedHashSet<>(waiting);
      while (!waiting.isEmpty() && seen.size() < MOST) {
        String path = waiting.removeFirst();
        String page = open(path, pass);
        pages.add(path);
        for (Matcher link = LINK.matcher(page); link.find(); ) {
          String found = link.group(1).replace("&amp;", "&");
          if (!LEFT_OUT.matcher(found).matches() && seen.add(found)) {
            waiting.addLast(found);
          }
        }
        for (Ask ask : forms(page)) {
          // why: a hundred rows of a table have a hundred forms of one shape.
          if (!LEFT_OUT.matcher(ask.target()).matches()
              && shapes.add(ask.target().replaceAll("[0-9]+", "0"))) {
            forms.add(ask);
          }
        }
      }
    }
    var all = new ArrayList<>(forms);
    pages.forEach(path -> all.add(new Ask("console", "GET", path, List.of(), "")));
    return all;
  }

  private String open(String path, Pass pass) {
    var cookie = new Ask.Header("Cookie", pass.cookie());
    Answer answer = line.whole(new Ask("console", "GET", path, List.of(cookie), ""));
    if (answer.status() == 303) {
      return "href=\"" + answer.location() + '"';
    }
    return answer.body();
  }

  /// Each form once for wherever its buttons send it.
  static List<Ask> forms(String page) {
    var forms = new ArrayList<Ask>();
    for (Matcher form = FORM.matcher(page); form.find(); ) {
      String inside = form.group(2);
      forms.add(form(form.group(1), inside));
      for (Matcher button = BUTTON.matcher(inside); button.find(); ) {
        forms.add(form(button.group(1), inside));
      }
    }
    return forms;
  }

  private static Ask form(String action, String inside) {
    var fields = new ArrayList<String>();
    for (Matcher field = FIELD.matcher(inside); field.find(); ) {
      Matcher value = VALUE.matcher(field.group(2));
      String given = value.find() ? value.group(1) : "kembangsepatu";
      fields.add(field.group(1) + '=' + URLEncoder.encode(given, StandardCharsets.UTF_8));
    }
    var type = new Ask.Header("Content-Type", "application/x-www-form-urlencoded");
    return new Ask("console", "POST", action, List.of(type), String.join("&", fields));
  }
}
