package id.kentongan.bot.commands;

import id.kentongan.integrations.DeadLetters.DeadLetter;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints a line for each dead letter: id, since when, whose, what, why; nothing of what it says.
@Command(name = "list", description = "List what could not be delivered, the oldest first.")
final class DeadLetterList implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--most", description = "at most how many (default 100)")
  private int most = 100;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<DeadLetter> letters = DeadLetterCall.ask(dead -> dead.list(most));
    letters.forEach(letter -> out.println(line(letter)));
    out.println(letters.isEmpty() ? "No dead letters." : letters.size() + " dead letters.");
    out.flush();
    return 0;
  }

  private static String line(DeadLetter letter) {
    var post = letter.post();
    String what =
        post == null
            ? "unreadable"
            : post.id().conversation() + "\t" + post.effect().getClass().getSimpleName();
    return letter.id() + "\t" + letter.since() + "\t" + what + "\t" + letter.why();
  }
}
