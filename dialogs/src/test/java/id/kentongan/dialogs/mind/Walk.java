package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.talk.Bubble;
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
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// All that the conversation can say, for tests of it and of the channels that carry it: every
/// state that a transcript reaches meets every kind of event in every language.
public final class Walk {
  private static final ConversationId WHO = new ConversationId("telegram", "1");

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

  private final Mind mind = new DialogMind(CONTENT);
  private final KeywordEar ear = new KeywordEar();
  private final Map<String, Talk> states = new LinkedHashMap<>();

  public Walk() throws IOException {
    states.put("idle", Talk.fresh());
    for (var file : TalksTest.talkFiles().toList()) {
      var transcript = new Transcript(CONTENT, new KeywordEar());
      transcript.play(Files.readAllLines(file));
      transcript.talks().stream()
          .filter(t -> t.top() != null)
          .forEach(t -> states.put(name(t.top()), t));
    }
  }

  /// Takes one turn: where it was, the step, and what was said.
  public interface Visitor {
    void turned(String as, Talk before, Step step);
  }

  /// The languages that have words.
  public static Set<Language> languages() {
    return CONTENT.words().byLanguage().keySet();
  }

  /// Every event in every state in a language.
  public void everyTurn(Language language, Visitor visitor) {
    states.forEach(
        (name, talk) ->
            events()
                .forEach(
                    event -> {
                      Talk spoken = spoken(talk, language);
                      visitor.turned(
                          language + " " + name + " " + event, spoken, step(spoken, event));
                    }));
  }

  /// What every transcript says when it is played in a language, with the file's name.
  public static Map<String, List<Bubble>> transcripts(Language language) throws IOException {
    var said = new LinkedHashMap<String, List<Bubble>>();
    for (Path file : TalksTest.talkFiles().toList()) {
      var script = new ArrayList<String>();
      script.add("> [do.language.change]");
      script.add("> [language." + language.code() + "]");
      script.addAll(Files.readAllLines(file));
      var transcript = new Transcript(CONTENT, new KeywordEar());
      transcript.play(script);
      said.put(file + " " + language, transcript.bubbles());
    }
    return said;
  }

  /// What a step sends.
  public static List<Bubble> said(Step step) {
    return step.effects().stream()
        .filter(Effect.Send.class::isInstance)
        .map(e -> ((Effect.Send) e).bubble())
        .toList();
  }

  Map<String, Talk> states() {
    return states;
  }

  Step step(Talk talk, Event event) {
    Instant now = Transcript.START.plusSeconds(900_000);
    return mind.step(new Turn(WHO, 1, talk, now, now, "Slamet", null), event);
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

  Event said(String text) {
    return new Event.Said(ear.hear(text));
  }

  private static Talk spoken(Talk talk, Language language) {
    return new Talk(language, talk.stack(), talk.person(), talk.memory(), talk.timers());
  }

  private static String name(State state) {
    return state.dialog() + '.' + state.name();
  }
}
