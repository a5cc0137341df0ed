package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.values.Language;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every state that a transcript reaches, in every language, meets every kind of event: it answers,
/// what it says fits the narrowest channel, and menu, batal, kembali and petugas lead out of it.
class EveryStateTest {
  /// Twilio's Content templates: the body of a message with buttons, a button, a list row, rows.
  ///
  /// https://www.twilio.com/docs/content/content-types-overview
  private static final int BODY = 1024;

  private static final int BUTTON = 20;
  private static final int BUTTONS = 3;
  private static final int ROW = 24;
  private static final int CHOICE_ID = 40;

  private static Map<String, Talk> states = Map.of();
  private static Walk walk;

  @BeforeAll
  static void reached() throws IOException {
    walk = new Walk();
    states = walk.states();
  }

  @Test
  void everyEventIsAnsweredAndFitsInEveryLanguage() {
    for (Language language : Walk.languages()) {
      walk.everyTurn(language, EveryStateTest::meets);
    }
  }

  private static void meets(String as, Talk talk, Step step) {
    boolean silent = talk.top() != null && HandOver.silent(talk.top());
    boolean coming = step.effects().stream().anyMatch(e -> e instanceof Effect.Ask);
    List<Bubble> said = Walk.said(step);
    assertThat(silent || coming || !said.isEmpty()).as(as).isTrue();
    said.forEach(b -> fits(as, b));
  }

  @Test
  void menuAndAnOfficerAreThereEverywhere() {
    states.forEach(
        (name, talk) -> {
          if (talk.top() == null || !HandOver.silent(talk.top())) {
            var menu = ids(walk.step(talk, walk.said("menu")));
            assertThat(menu)
                .as(name)
                .contains(Commands.HUMAN)
                .anyMatch(id -> id.startsWith(Commands.DO));
            assertThat(menu.contains(Commands.RESUME)).as(name).isEqualTo(talk.top() != null);
            Step human = walk.step(talk, walk.said("petugas"));
            boolean ticket = human.effects().stream().anyMatch(Effect.OpenTicket.class::isInstance);
            assertThat(ticket || !Walk.said(human).isEmpty()).as(name).isTrue();
          }
        });
  }

  @Test
  void whoSaysBatalGetsOutOfEverything() {
    states.forEach(
        (name, talk) -> {
          Talk now = talk;
          for (int i = 0; i < 9 && !out(now); i++) {
            now = walk.step(now, walk.said("batal")).next();
          }
          assertThat(out(now)).as(name + " -> " + now.stack()).isTrue();
        });
  }

  @Test
  void kembaliNeverLosesTheConversation() {
    states.forEach(
        (name, talk) -> {
          Talk now = talk;
          for (int i = 0; i < 20; i++) {
            now = walk.step(now, walk.said("kembali")).next();
            assertThat(now.stack().size()).as(name).isEqualTo(talk.stack().size());
          }
        });
  }

  /// Nothing is waited for, or only what the records answer, or an officer.
  private static boolean out(Talk talk) {
    State top = talk.top();
    return top == null || top instanceof Awaits || HandOver.silent(top);
  }

  private static void fits(String as, Bubble bubble) {
    List<Choice> choices = bubble.choices();
    assertThat(bubble.text().length()).as(as + "\n" + bubble.text()).isLessThanOrEqualTo(BODY);
    int label = choices.size() <= BUTTONS ? BUTTON : ROW;
    var ids = new HashSet<String>();
    for (Choice choice : choices) {
      assertThat(choice.label()).as(as).isNotBlank().hasSizeLessThanOrEqualTo(label);
      assertThat(choice.id()).as(as).matches("[ -~]{1," + CHOICE_ID + "}");
      assertThat(ids.add(choice.id())).as(as + " twice " + choice.id()).isTrue();
    }
  }

  private static List<String> ids(Step step) {
    return Walk.said(step).getLast().choices().stream().map(Choice::id).toList();
  }
}
