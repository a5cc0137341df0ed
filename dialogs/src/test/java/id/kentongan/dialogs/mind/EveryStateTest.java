package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.dialogs.values.Language;
import id.kentongan.dialogs.values.Phone;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every state that a transcript reaches, in every language, meets every kind of event: it answers,
/// what it says fits the narrowest channel, and menu, batal, kembali and petugas lead out of it.
class EveryStateTest {
  private static final ConversationId WHO = new ConversationId("telegram", "1");

  /// Twilio's Content templates: the body of a message with buttons, a button, a list row, rows.
  ///
  /// https://www.twilio.com/docs/content/content-types-overview
  private static final int BODY = 1024;

  private static final int BUTTON = 20;
  private static final int BUTTONS = 3;
  private static final int ROW = 24;
  private static final int CHOICE_ID = 40;

  private static final List<String> WORDS =
      List.of(
          "menu",
          "batal",
          "kembali",
          "petugas",
          "halo",
          "ya",
          "tidak",
          "gpp",
          "mboten",
          "kada",
          "berapa iurannya",
          "kalau setahun?",
          "mau daftar",
          "suami saya meninggal",
          "60rb sehari",
          "Joko Susilo nik 3510171708850003 nelayan 60 ribu sehari desa kedungasri",
          "eh salah, namanya Siti bukan Sri",
          "salah, penghasilan 1,5 juta",
          "apa ya??",
          "xyz",
          "xyz xyz",
          "😀",
          "",
          "kode lanjut K7M4-92QX",
          "lama sekali pelayanannya");

  private static final Content CONTENT = TestContent.load();
  private static final Map<String, Talk> STATES = new LinkedHashMap<>();
  private final Mind mind = new DialogMind(CONTENT);
  private final KeywordEar ear = new KeywordEar();

  @BeforeAll
  static void reached() throws IOException {
    STATES.put("idle", Talk.fresh());
    for (var file : TalksTest.talkFiles().toList()) {
      var transcript = new Transcript(CONTENT, new KeywordEar());
      transcript.play(Files.readAllLines(file));
      transcript.talks().stream()
          .filter(t -> t.top() != null)
          .forEach(t -> STATES.put(name(t.top()), t));
    }
  }

  @Test
  void everyEventIsAnsweredAndFitsInEveryLanguage() {
    for (Language language : CONTENT.words().byLanguage().keySet()) {
      STATES.forEach(
          (name, talk) ->
              events().forEach(e -> meets(language + " " + name + " " + e, talk, language, e)));
    }
  }

  private void meets(String as, Talk talk, Language language, Event event) {
    Step step = step(spoken(talk, language), event);
    boolean silent = talk.top() != null && HandOver.silent(talk.top());
    boolean coming = step.effects().stream().anyMatch(e -> e instanceof Effect.Ask);
    List<Bubble> said = said(step);
    assertThat(silent || coming || !said.isEmpty()).as(as).isTrue();
    said.forEach(b -> fits(as, b));
  }

  @Test
  void menuAndAnOfficerAreThereEverywhere() {
    STATES.forEach(
        (name, talk) -> {
          if (talk.top() == null || !HandOver.silent(talk.top())) {
            var menu = ids(step(talk, said("menu")));
            assertThat(menu)
                .as(name)
                .contains(Commands.HUMAN)
                .anyMatch(id -> id.startsWith(Wishes.DO));
            assertThat(menu.contains(Menu.RESUME)).as(name).isEqualTo(talk.top() != null);
            Step human = step(talk, said("petugas"));
            boolean ticket = human.effects().stream().anyMatch(Effect.OpenTicket.class::isInstance);
            assertThat(ticket || !said(human).isEmpty()).as(name).isTrue();
          }
        });
  }

  @Test
  void whoSaysBatalGetsOutOfEverything() {
    STATES.forEach(
        (name, talk) -> {
          Talk now = talk;
          for (int i = 0; i < 9 && !out(now); i++) {
            now = step(now, said("batal")).next();
          }
          assertThat(out(now)).as(name + " -> " + now.stack()).isTrue();
        });
  }

  @Test
  void kembaliNeverLosesTheConversation() {
    STATES.forEach(
        (name, talk) -> {
          Talk now = talk;
          for (int i = 0; i < 20; i++) {
            now = step(now, said("kembali")).next();
            assertThat(now.stack().size()).as(name).isEqualTo(talk.stack().size());
          }
        });
  }

  /// Nothing is waited for, or only what the records answer, or an officer.
  private static boolean out(Talk talk) {
    State top = talk.top();
    return top == null || top instanceof Awaits || HandOver.silent(top);
  }

  private Step step(Talk talk, Event event) {
    Instant now = Transcript.START.plusSeconds(900_000);
    return mind.step(new Turn(WHO, 1, talk, now, now, "Slamet", null), event);
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

  private Stream<Event> events() {
    return Stream.concat(
        WORDS.stream().map(this::said),
        Stream.of(
            new Event.Said(ear.hear("cerita panjang ".repeat(267))),
            new Event.Edited(ear.hear("petani")),
            new Event.Tapped("stale"),
            new Event.SentFile(new FileRef("f", "image/jpeg", 1), "", null),
            new Event.SentLocation(-8, 114),
            new Event.SentContact(new Phone("+6281234567890"), false),
            new Event.SentContact(new Phone("+6281234567890"), true),
            new Event.SentOther(Event.SentOther.Kind.VOICE),
            new Event.SentOther(Event.SentOther.Kind.STICKER),
            new Event.SentOther(Event.SentOther.Kind.VIDEO),
            new Event.SentOther(Event.SentOther.Kind.UNKNOWN)));
  }

  private Event said(String text) {
    return new Event.Said(ear.hear(text));
  }

  private static List<String> ids(Step step) {
    return said(step).getLast().choices().stream().map(Choice::id).toList();
  }

  private static List<Bubble> said(Step step) {
    return step.effects().stream()
        .filter(Effect.Send.class::isInstance)
        .map(e -> ((Effect.Send) e).bubble())
        .toList();
  }

  private static Talk spoken(Talk talk, Language language) {
    return new Talk(language, talk.stack(), talk.person(), talk.memory(), talk.timers());
  }

  private static String name(State state) {
    return state.dialog() + '.' + state.name();
  }
}
