package id.kentongan.bot.desk;

import id.kentongan.dialogs.ear.Reviewing;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.talk.Memory;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Typed;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the journal keeps of a turn.
final class JournalLine {
  /// What stands for words that told a secret.
  private static final String HIDDEN = "(••••••)";

  private JournalLine() {}

  static JournalEntry of(Happening happening, Step step, @Nullable Event event, Memory memory) {
    String answered =
        step.effects().stream()
            .flatMap(JournalLine::bubble)
            .map(JournalLine::shown)
            .collect(Collectors.joining("\n\n"));
    State top = step.next().top();
    var tapped = tapped(happening.content(), memory);
    var understood = tapped.isPresent() ? null : understood(event);
    return new JournalEntry(
        happening.eventId(),
        happening.at(),
        secret(step) ? HIDDEN : tapped.orElseGet(() -> said(happening.content())),
        answered,
        top == null ? "" : top.dialog() + '.' + top.name(),
        understood == null ? null : understood.best().intent(),
        understood == null ? 0 : understood.best().confidence());
  }

  private static Stream<Bubble> bubble(Effect effect) {
    return effect instanceof Effect.Send(var said, var withdrawable)
        ? Stream.of(said)
        : effect instanceof Effect.Announce(long broadcast, var told)
            ? Stream.of(told)
            : Stream.empty();
  }

  private static boolean secret(Step step) {
    return step.effects().stream().anyMatch(Effect.Secret.class::isInstance);
  }

  /// The bubble with what stood under it: `[Daftar] [Menu]` for the choices, `(name)` for a file.
  private static String shown(Bubble bubble) {
    String choices =
        bubble.choices().stream()
            .map(choice -> '[' + choice.label() + ']')
            .collect(Collectors.joining(" "));
    Bubble.Attachment file = bubble.attachment();
    return Stream.of(bubble.text(), file == null ? "" : '(' + file.name() + ')', choices)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /// An event that came too late for a turn.
  static JournalEntry late(Inbound in) {
    return new JournalEntry(in.id(), in.at(), said(in.content()), "", "late", null, 0);
  }

  /// Words that only named one of the wishes offered are as good as a tap.
  private static Optional<String> tapped(Inbound.Content content, Memory memory) {
    return content instanceof Inbound.Words(var text, var edited)
        ? Typed.choice(text, memory.choices())
            .map(Choice::id)
            .filter(id -> id.startsWith(Reviewing.WISH))
            .map(id -> '[' + id + ']')
        : Optional.empty();
  }

  private static @Nullable Understood understood(@Nullable Event event) {
    return switch (event) {
      case Event.Said(var understood) -> understood;
      case Event.Edited(var understood) -> understood;
      case null, default -> null;
    };
  }

  private static String said(Inbound.Content content) {
    return switch (content) {
      case Inbound.Words(var text, var edited) -> text;
      case Inbound.Ready(Event.Tapped(var choice)) -> '[' + choice + ']';
      case Inbound.Ready(Event.SentFile(var file, var caption, var album)) ->
          ("(" + file.type() + ") " + caption).strip();
      case Inbound.Ready(var event) -> JournalEntry.of(event.getClass());
    };
  }
}
