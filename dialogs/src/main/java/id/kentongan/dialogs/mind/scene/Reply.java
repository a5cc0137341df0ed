package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.values.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is said in a turn, while it is being written. It becomes one bubble: first what was said,
/// then why an answer could not be read, or else the question.
final class Reply {
  private final List<String> said = new ArrayList<>();
  private boolean answered;
  private boolean condoled;
  private boolean hushed;
  private @Nullable String explanation;
  private @Nullable String question;
  private List<Choice> choices = List.of();
  private @Nullable Choice offered;
  private Bubble.@Nullable Attachment attachment;
  private @Nullable Code code;

  void say(String text) {
    said.add(text);
  }

  /// What is said must arrive.
  void mustArrive() {
    answered = true;
  }

  /// Words that mourn with the person: nothing light is said beside them.
  void condole(String text) {
    say(text);
    mustArrive();
    condoled = true;
  }

  boolean condoled() {
    return condoled;
  }

  void explain(String text, @Nullable Choice beside) {
    explanation = text;
    offered = beside;
  }

  boolean explained() {
    return explanation != null;
  }

  /// Takes back what was asked and explained.
  void withdraw() {
    explanation = null;
    offered = null;
    hushed = false;
    question = null;
    choices = List.of();
  }

  void ask(List<Choice> options, String text) {
    question = text;
    choices = List.copyOf(options);
  }

  boolean asked() {
    return question != null || hushed;
  }

  /// Whether there are choices without a question.
  boolean offers() {
    return question != null && question.isEmpty();
  }

  void offer(Choice choice) {
    offered = choice;
  }

  void hush() {
    hushed = true;
  }

  void hear() {
    hushed = false;
  }

  void attach(Bubble.Attachment file) {
    attachment = file;
  }

  void attach(Code told) {
    code = told;
  }

  void choices(List<Choice> options) {
    choices = List.copyOf(options);
  }

  List<Choice> shown() {
    if (offered == null || choices.contains(offered)) {
      return choices;
    }
    return Stream.concat(choices.stream(), Stream.of(offered)).toList();
  }

  boolean silent() {
    return said.isEmpty() && question == null && explanation == null;
  }

  /// The bubble; nothing where nothing is said.
  Optional<Effect> sent() {
    if (silent()) {
      return Optional.empty();
    }
    var text = new ArrayList<>(said);
    if (explanation != null) {
      text.add(explanation);
    } else if (question != null && !question.isEmpty()) {
      text.add(question);
    }
    var bubble = new Bubble(String.join("\n\n", text), shown(), attachment, code);
    return Optional.of(new Effect.Send(bubble, !answered));
  }
}
