package id.kentongan.dialogs.mind.accident;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.claim.Bereaved;
import id.kentongan.dialogs.mind.claim.ClaimTold;
import id.kentongan.dialogs.mind.heard.NameAgain;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.heard.Whom;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.SmallTalk;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.values.Nik;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What words tell of an accident beside what was asked: the day, the time, the story, a death.
public final class AccidentTold {
  /// As many words as `iya pas lagi kerja`.
  private static final int REMARK = 4;

  /// As many words as a question beside the matter has; a story has more.
  private static final int QUESTION = 8;

  /// A place and a story have more.
  private static final int LETTERS = 6;

  private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);

  private AccidentTold() {}

  /// What a message says that the draft does not have yet.
  static AccidentDraft gather(Scene scene, AccidentDraft draft, @Nullable Understood words) {
    if (words == null) {
      return draft;
    }
    AccidentDraft known = draft;
    String text = words.text();
    if (known.day() == null
        && Told.deathDate(scene, words) instanceof Parsed.Value<LocalDate>(LocalDate day)) {
      known = known.day(day);
    }
    if (known.more().time() == null) {
      known = known.time(time(scene, text).orElse(null));
    }
    if (known.story() == null && Listed.any(scene, "accident.story-words", text)) {
      known = known.story(Told.plain(text));
    }
    Optional<Nik> nik = ClaimTold.nik(scene, words);
    return nik.isPresent() && known.nik() == null ? known.nik(nik.get()) : known;
  }

  /// Who was hurt, where somebody who names nobody of the family tells their own name.
  static Optional<String> victim(Scene scene, String text) {
    return kin(scene, text) ? Optional.empty() : Whom.of(scene, text).name();
  }

  private static boolean kin(Scene scene, String text) {
    Set<String> kin = scene.heard("claim.whose-words");
    return Listed.any(scene, "accident.others-words", text)
        || Listed.tokens(text).stream().anyMatch(w -> kin.contains(w) || Bereaved.joined(kin, w));
  }

  /// Whether it happened to who writes: `sy jatuh dari pohon`, `saya tadi kesetrum`.
  static boolean happenedTo(Scene scene, String text) {
    Set<String> own = scene.heard("claim.relation-own");
    Set<String> story = scene.heard("accident.story-words");
    List<String> told = Listed.tokens(text);
    return !kin(scene, text)
        && (Listed.any(scene, "accident.befell-words", text) || near(told, own, story));
  }

  /// Whether what happened stands right behind who writes.
  private static boolean near(List<String> told, Set<String> own, Set<String> story) {
    return IntStream.range(0, told.size() - 1)
        .filter(i -> own.contains(told.get(i)))
        .anyMatch(
            i ->
                told.subList(i + 1, Math.min(told.size(), i + 3)).stream()
                    .anyMatch(story::contains));
  }

  /// `jam 9 pagi`, also told as `pagi jam 9`, or the part of the day alone.
  private static Optional<String> time(Scene scene, String text) {
    Optional<String> clock = scene.content().parsers().clock(text);
    if (clock.isPresent()) {
      String hour = clock.get();
      return Listed.first(scene, "accident.time-words", text)
          .filter(part -> !hour.contains(part))
          .map(part -> hour + ' ' + part)
          .or(() -> clock);
    }
    if (Listed.any(scene, "accident.now-words", text)) {
      var now = scene.turn().at().atZone(scene.zone());
      return Optional.of(scene.words("accident.time-now", "jam", NOW.format(now)));
    }
    return Listed.first(scene, "accident.time-words", text);
  }

  /// Where the place is asked: the hour, or what happened, and no place.
  static boolean elsewise(Scene scene, String text) {
    return !placed(scene, text)
        && (hour(scene, text) || Listed.any(scene, "accident.story-words", text));
  }

  static AccidentDraft instead(Scene scene, AccidentDraft draft, String text) {
    scene.acknowledge("claim.noted");
    return hour(scene, text) ? draft.time(Told.plain(text)) : draft.story(Told.plain(text));
  }

  /// Why words that could be any hour, place or story are none: a question beside the matter, or
  /// only the day. Who says such words again means them, for a story may be told in any.
  static Optional<String> astray(Scene scene, String asked, Understood words) {
    String text = words.text().replace('?', ' ');
    int before = scene.learnt().doubts();
    if (before > (asked.equals("story") ? 0 : 1) || fits(scene, asked, text)) {
      return Optional.empty();
    }
    if (asked.equals("time") && ClaimTold.day(scene, words).isPresent()) {
      return before > 0 ? Optional.empty() : Optional.of("accident.only-day");
    }
    boolean question =
        Listed.tokens(text).size() <= QUESTION && Reading.questioning(scene, text, words.normal());
    return question ? Optional.of("accident.first." + asked) : Optional.empty();
  }

  /// Whether words surely tell what is asked.
  private static boolean fits(Scene scene, String asked, String text) {
    return switch (asked) {
      case "time" ->
          time(scene, text).isPresent() || Listed.any(scene, "claim.unknown-words", text);
      case "where" -> placed(scene, text);
      default -> Listed.any(scene, "accident.story-words", text);
    };
  }

  /// `iya`, `yah` tell no hour, place or story.
  static boolean empty(Scene scene, String asked, String text) {
    return Listed.tokens(text).size() < REMARK
        && !fits(scene, asked, text)
        && !Listed.any(scene, "claim.unknown-words", text)
        && ClaimTold.day(scene, text).isEmpty()
        && scene.content().parsers().personName(text)
            instanceof Parsed.Invalid<String>(String reason, String _)
        && reason.equals("name.missing");
  }

  /// `bukan saya, teman saya` is no hour, place or story.
  static boolean denies(Scene scene, String asked, Event.Said said) {
    return Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && intent.equals(SmallTalk.DENY)
        && !fits(scene, asked, said.text());
  }

  /// With another name, and the hour where the same words tell that anew: `jamnya jam 6`.
  static AccidentDraft renamed(Scene scene, AccidentDraft draft, String name, String text) {
    AccidentDraft known = draft.victim(name);
    Optional<String> hour =
        Listed.any(scene, "fields.accident.time", text) ? time(scene, text) : Optional.empty();
    return hour.map(known::time).orElse(known);
  }

  /// Where the hour is asked: the place, and no hour.
  static boolean onlyPlace(Scene scene, AccidentDraft draft, String text) {
    return draft.where() == null && place(scene, text) && time(scene, text).isEmpty();
  }

  /// Today, where hardly more is told than that it is now: `barusan`.
  static Optional<LocalDate> now(Scene scene, String text) {
    return Listed.tokens(text).size() <= REMARK && Listed.any(scene, "accident.now-words", text)
        ? Optional.of(scene.today())
        : Optional.empty();
  }

  /// Where the hour is asked: another name, for the one before was none (`Slamet Riyadi`).
  static Optional<String> named(Scene scene, AccidentDraft draft, Event.Said said) {
    return time(scene, said.text()).isPresent()
            || ClaimTold.day(scene, said.understood()).isPresent()
        ? Optional.empty()
        : NameAgain.alone(scene, said.understood()).filter(name -> !name.equals(draft.victim()));
  }

  static boolean hour(Scene scene, String text) {
    return scene.content().parsers().clock(text).isPresent()
        ? Listed.tokens(text).size() <= REMARK
        : ofDay(scene, Listed.tokens(text));
  }

  /// `tadi pagi`, and nothing else.
  private static boolean ofDay(Scene scene, List<String> told) {
    Set<String> parts = scene.heard("accident.time-words");
    return told.stream().anyMatch(parts::contains)
        && told.stream()
            .allMatch(t -> parts.contains(t) || scene.heard("claim.day-words").contains(t));
  }

  private static boolean placed(Scene scene, String text) {
    return Listed.tokens(text).stream().anyMatch(scene.heard("accident.place-signs")::contains);
  }

  /// Whether it is only asked if an accident is covered (`jatuh dari motor ditanggung ga`), and not
  /// told of one at work or just now.
  public static boolean ifCovered(Scene scene, Opening opening) {
    String text = opening.text();
    return Listed.any(scene, "particular.not-at-work.who-words", text)
        && !Told.atWork(scene, text)
        && !Listed.any(scene, "accident.now-words", text)
        && !death(scene, text);
  }

  /// `oalah jadi cuma kecelakaan`: what is covered, and nothing that happened to anybody.
  public static boolean onlyKind(Scene scene, String text) {
    return Listed.tokens(text).size() <= REMARK + 1
        && Listed.any(scene, "accident.only-words", text)
        && !Listed.any(scene, "accident.story-words", text)
        && !Listed.any(scene, "claim.day-words", text)
        && !Told.atWork(scene, text);
  }

  /// That somebody died of it.
  static boolean death(Scene scene, String text) {
    return Listed.any(scene, "accident.death-words", text)
        && !Listed.any(scene, "accident.alive-words", text);
  }

  /// Whether more of the story is told where neither it nor the place is asked; who reports and
  /// their numbers are nothing that happened (`nabrak lubang`).
  static boolean more(Scene scene, String asked, Event.Said said) {
    boolean tells =
        Accident.tells(said)
            ? !Set.of("where", "story").contains(asked)
            : Set.of("notifier", "nik", "phone").contains(asked)
                && !Reading.questioning(scene, said.understood());
    return tells
        && (Listed.any(scene, "accident.story-words", said.text()) || unable(scene, said.text()));
  }

  /// `26 hari ga kerja`: how long somebody cannot work.
  static boolean unable(Scene scene, String text) {
    return text.chars().anyMatch(Character::isDigit)
        && Listed.any(scene, "accident.unable-words", text);
  }

  /// The story with what is told of it later, where it is not told twice.
  static String longer(@Nullable String story, String more) {
    if (story == null) {
      return Told.plain(more);
    }
    return story.contains(more.strip()) ? story : Told.plain(story + ". " + more.strip());
  }

  /// Whether somebody was treated already: `sudah dibawa ke puskesmas`.
  static boolean treated(Scene scene, String text) {
    return Listed.any(scene, "accident.treated-words", text);
  }

  /// Whether words are too few to be more than a remark: `iya lagi kerja`.
  static boolean aside(Scene scene, String text) {
    return Listed.tokens(text).size() <= REMARK
        && !Listed.any(scene, "accident.story-words", text)
        && time(scene, text).isEmpty()
        && !place(scene, text);
  }

  /// `saya sendiri`, where it is asked who was hurt.
  static boolean oneself(Scene scene, String text) {
    return Commands.listed(scene, "accident.oneself-words", text);
  }

  /// Whether hardly a letter stands beside the numbers: `di 3510...` is no place.
  static boolean wordless(String text) {
    return text.chars().filter(Character::isLetter).count() < LETTERS;
  }

  /// `di kebun` is a place and no name.
  static boolean place(Scene scene, String text) {
    String first = text.strip().split("\\s+", 2)[0];
    return Listed.any(scene, "accident.place-signs", first);
  }
}
