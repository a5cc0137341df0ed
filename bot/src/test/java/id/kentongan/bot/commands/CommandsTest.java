package id.kentongan.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class CommandsTest {
  @ParameterizedTest
  @MethodSource
  void everyCommandSaysHowItIsUsed(List<String> command) {
    var screen = new StringWriter();
    var asked = new ArrayList<>(command);
    asked.add("--help");
    int code =
        Commands.line().setOut(new PrintWriter(screen)).execute(asked.toArray(String[]::new));
    assertThat(code).isZero();
    assertThat(screen.toString()).contains("Usage: " + String.join(" ", named(command)));
  }

  @Test
  void helpNamesWhatThereIs() {
    assertThat(said("help")).contains("Usage: kentongan", "dead-letters", "backup");
    assertThat(said("help", "nlu")).contains("Usage: kentongan nlu", "predict");
    assertThat(said("nlu", "help", "parse")).contains("Usage: kentongan nlu parse");
    assertThat(said("help", "keys")).contains("Usage: kentongan keys [-h] COMMAND");
  }

  @Test
  void theVersionIsTold() {
    assertThat(said("--version")).startsWith("kentongan ").contains(", Java 25");
  }

  private static String said(String... command) {
    var screen = new StringWriter();
    assertThat(Commands.line().setOut(new PrintWriter(screen)).execute(command)).isZero();
    return screen.toString();
  }

  static Stream<List<String>> everyCommandSaysHowItIsUsed() {
    return below(Commands.line(), List.of());
  }

  private static Stream<List<String>> below(CommandLine line, List<String> path) {
    return Stream.concat(
        Stream.of(path),
        line.getSubcommands().entrySet().stream()
            .flatMap(sub -> below(sub.getValue(), named(path, sub.getKey()))));
  }

  private static List<String> named(List<String> command) {
    return Stream.concat(Stream.of("kentongan"), command.stream()).toList();
  }

  private static List<String> named(List<String> path, String last) {
    return Stream.concat(path.stream(), Stream.of(last)).toList();
  }
}
