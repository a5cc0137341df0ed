package id.kentongan.bot.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No text that somebody writes keeps a regular expression busy: each of ours is tried with texts
/// made of what it looks for, and its looks at the text are counted. What needs the cube of the
/// length, or worse, is red; the longest message would keep it busy for minutes.
class RegexTest {
  private static final int LENGTH = 400;

  /// Ten times the square of the length. The cube is forty times that.
  private static final long MOST = 10L * LENGTH * LENGTH;

  /// What reads whole files may look at each sign only some times.
  private static final long LINEAR = 20;

  private static final String WHOLE_FILES = "BookParts.";

  private static final Pattern CALL =
      Pattern.compile(
          "\\.(?:matches|replaceAll|replaceFirst|split|compile)\\(\\s*+\"((?:[^\"\\\\]|\\\\.)++)\"\\s*+[,)]");

  @Test
  void noTextKeepsAnExpressionBusy() throws Exception {
    Map<String, Pattern> expressions = new TreeMap<>(written());
    expressions.putAll(compiled());
    assertThat(expressions).hasSizeGreaterThan(150);

    var busy = new ArrayList<String>();
    expressions.forEach(
        (where, expression) -> {
          for (String text : hostile(expression)) {
            if (!finishes(
                expression, text, where.startsWith(WHOLE_FILES) ? LINEAR * LENGTH : MOST)) {
              busy.add(where + " at " + text.substring(0, 20));
              return;
            }
          }
        });
    assertThat(busy).isEmpty();
  }

  @Test
  void whatDoesIsFound() {
    Pattern cubic = Pattern.compile("a*a*a*b");
    assertThat(hostile(cubic)).anySatisfy(text -> assertThat(finishes(cubic, text)).isFalse());
    Pattern worse = Pattern.compile("(.*),(.*),(.*),(.*)x");
    assertThat(hostile(worse)).anySatisfy(text -> assertThat(finishes(worse, text)).isFalse());
    Pattern square = Pattern.compile("<merge[^>]*ref=");
    String text = "<merge ".repeat(LENGTH / 7);
    assertThat(finishes(square, text)).isTrue();
    assertThat(finishes(square, text, LINEAR * LENGTH)).isFalse();
  }

  private static boolean finishes(Pattern expression, String text) {
    return finishes(expression, text, MOST);
  }

  private static boolean finishes(Pattern expression, String text, long most) {
    try {
      expression.matcher(new Counted(text, most)).matches();
      Matcher found = expression.matcher(new Counted(text, most));
      while (found.find()) {
        found.end();
      }
      return true;
    } catch (Counted.TooOften | StackOverflowError busy) {
      return false;
    }
  }

  /// Long texts of one or two of the signs that the expression names, with an end that fits
  /// nothing.
  private static List<String> hostile(Pattern expression) {
    var signs = new TreeSet<>(List.of("a", "A", "0", " ", "-", ".", "\"", "\n"));
    expression
        .pattern()
        .chars()
        .filter(c -> !Character.isISOControl(c))
        .forEach(c -> signs.add(Character.toString(c)));
    Matcher words = Pattern.compile("[a-z<=/:]{2,12}").matcher(expression.pattern());
    while (words.find() && signs.size() < 40) {
      signs.add(words.group());
    }
    List<String> some = signs.stream().limit(40).toList();
    var texts = new ArrayList<String>();
    for (String one : some) {
      texts.add(drawn(one) + '\u0001');
      for (String other : some) {
        texts.add(one + drawn(other) + '\u0001');
        texts.add(drawn(one + other) + '\u0001');
      }
    }
    return texts;
  }

  private static String drawn(String sign) {
    return sign.repeat(LENGTH / sign.length());
  }

  /// Expressions that stand in the sources as they are used.
  private static Map<String, Pattern> written() throws IOException {
    var found = new TreeMap<String, Pattern>();
    for (String module : List.of("dialogs", "integrations", "bot")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Matcher call = CALL.matcher(Files.readString(file));
          while (call.find()) {
            String expression = call.group(1).translateEscapes();
            try {
              found.put(file.getFileName() + " " + expression, Pattern.compile(expression));
            } catch (PatternSyntaxException noExpression) {
              assertThat(expression).as("%s", file).hasSizeLessThan(20);
            }
          }
        }
      }
    }
    return found;
  }

  /// Expressions kept in constants, however they were put together.
  private static Map<String, Pattern> compiled() throws Exception {
    var found = new TreeMap<String, Pattern>();
    var ours =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new NoTestJars())
            .importPackages("id.kentongan");
    for (JavaClass one : ours) {
      boolean keeps =
          one.getFields().stream().anyMatch(f -> f.getRawType().isAssignableTo(Pattern.class));
      if (keeps) {
        for (Field field : Class.forName(one.getName()).getDeclaredFields()) {
          if (Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class) {
            field.setAccessible(true);
            found.put(one.getSimpleName() + '.' + field.getName(), (Pattern) field.get(null));
          }
        }
      }
    }
    return found;
  }

  /// A text that can be looked at only so often.
  private static final class Counted implements CharSequence {
    private final String text;
    private long left;

    Counted(String text, long most) {
      this.text = text;
      this.left = most;
    }

    static final class TooOften extends RuntimeException {
      private static final long serialVersionUID = 1L;

      TooOften() {
        super("too often", null, false, false);
      }
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooOften();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
