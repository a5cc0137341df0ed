package id.kentongan.bot.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.bot.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What each person of the benchmark says, and what must be answered: a JSON file with `name` and
/// `messages`, each with `say` (`{nik}` stands for the person's own), `tap` or `photo` (which is
/// its caption), and `expect`; `asks` where the answer only asks on; `meanwhile` is what may come
/// before the answer.
public record Script(String name, List<Line> lines) {
  private static final JsonMapper JSON = new JsonMapper();

  public Script {
    lines = List.copyOf(lines);
  }

  /// The same words, to whatever is answered.
  Script answeredByAnything() {
    var anything = Pattern.compile("");
    return new Script(
        name, lines.stream().map(line -> new Line(line.act(), line.text(), anything)).toList());
  }

  /// One message of the person; `expect` is looked for anywhere in the whole answer.
  public record Line(Act act, String text, Pattern expect, Pattern meanwhile, boolean asks) {
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    public Line(Act act, String text, Pattern expect) {
      this(act, text, expect, NOTHING, false);
    }

    /// Whether it only says that the answer will come.
    public boolean putOffBy(String text) {
      return meanwhile.matcher(text).find();
    }

    public boolean answeredBy(String answer) {
      return expect.matcher(answer).find();
    }
  }

  /// How a message is given.
  public enum Act {
    SAY,
    TAP,
    PHOTO
  }

  /// Reads a script; [Refused] when it is none.
  public static Script read(Path file) {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      var lines = new ArrayList<Line>();
      json.path("messages").forEach(message -> lines.add(line(message)));
      if (lines.isEmpty()) {
        throw new Refused(file + " has no messages.");
      }
      return new Script(json.path("name").asText("?"), lines);
    } catch (JsonProcessingException | PatternSyntaxException e) {
      throw new Refused(file + " is not a script: " + e.getMessage());
    } catch (IOException e) {
      throw new Refused("Cannot read " + file + ": " + e.getMessage());
    }
  }

  private static Line line(JsonNode message) {
    Act act = message.has("tap") ? Act.TAP : message.has("photo") ? Act.PHOTO : Act.SAY;
    String text = message.path(act.name().toLowerCase(Locale.ROOT)).asText();
    var expect = Pattern.compile(message.path("expect").asText(), Pattern.DOTALL);
    Pattern meanwhile =
        message.has("meanwhile")
            ? Pattern.compile(message.path("meanwhile").asText())
            : Line.NOTHING;
    return new Line(act, text, expect, meanwhile, message.path("asks").asBoolean());
  }
}
