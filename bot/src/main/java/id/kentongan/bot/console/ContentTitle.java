package id.kentongan.bot.console;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people call a file of the content: an answer by what it answers and from when on, words by
/// where they are said and in which language. The path of a file of which that is not known.
final class ContentTitle {
  private static final Pattern ANSWER =
      Pattern.compile("answers/(?<intent>.+?)(\\.(?<from>[0-9]{4}(-[0-9]{2})?))?\\.yaml");
  private static final Pattern WORDS =
      Pattern.compile("words/(?<language>[a-z]+)/(?<part>.+)\\.yaml");
  private static final Pattern TARIFFS = Pattern.compile("tariffs/(?<part>.+)\\.yaml");
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.forLanguageTag("id-ID"));

  private ContentTitle() {}

  static String of(UnaryOperator<String> words, String path) {
    Matcher answer = ANSWER.matcher(path);
    if (answer.matches()) {
      String intent = answer.group("intent");
      String title = Wordings.intent(words, intent);
      return title.equals(intent) ? path : title + from(words, answer.group("from"));
    }
    Matcher said = WORDS.matcher(path);
    if (said.matches()) {
      String key = "console.content.words." + said.group("part");
      String language = said.group("language");
      String title = words.apply(key);
      return title.equals(key)
          ? path
          : title
              + (language.equals("id") ? "" : ", " + words.apply("choice.language." + language));
    }
    Matcher tariffs = TARIFFS.matcher(path);
    return tariffs.matches()
        ? words.apply("console.content.tariffs") + ' ' + tariffs.group("part")
        : path;
  }

  private static String from(UnaryOperator<String> words, @Nullable String from) {
    if (from == null) {
      return "";
    }
    String since = from.length() == 4 ? from : MONTH.format(YearMonth.parse(from));
    return ", " + words.apply("console.content.from") + ' ' + since;
  }
}
