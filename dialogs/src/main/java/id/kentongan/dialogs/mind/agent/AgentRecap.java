package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.mind.heard.Period;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.member.Status;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An agent's own people (E4): how many of a period, who is to be reminded, with one tap to do it,
/// and who bears a name.
public final class AgentRecap implements Dialog<AgentRecap.Waiting> {
  public static final String INTENT = "agent.recap";
  public static final String DUE = "agent.due";
  static final String REMIND = "agent.remind";

  /// A message that says more than a name is no search.
  private static final int LONGEST_NAME = 60;

  private static final int MOST_NAMES = 3;

  /// What stands behind the name of somebody who is asked about, and is none itself.
  private static final List<String> AFTER =
      List.of(
          "facts.titles",
          "facts.ends",
          "facts.leads",
          "claim.relation-own",
          "claim.beside-words",
          "claim.late-end-words",
          "recap.words.due",
          "recap.words.asked",
          "question.signs",
          "question.tags");

  /// What a recap waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "recap";
    }
  }

  /// For the records; `about` is the period as it is said, the name looked for, or empty.
  record Reading(EffectId awaited, String about) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "reading";
    }
  }

  /// Whether an agent looks for one of their own people: `cari joko`.
  public static boolean searched(Scene scene, String text) {
    return scene.fact(AgentLogin.AGENT) != null && !searchedName(scene, text).isEmpty();
  }

  /// What an agent asks of somebody by name: how they stand, or that they be reminded.
  public static boolean asks(String intent) {
    return Status.STANDING.contains(intent) || intent.equals("reminder.change");
  }

  /// Whether an agent asks for one of their own people: `pak ponimin sudah bayar belum`.
  public static boolean asksOf(Scene scene, String text) {
    return scene.fact(AgentLogin.AGENT) != null && !of(scene, text).isEmpty();
  }

  /// The name behind the last title that has one, up to where something else is said of them.
  private static String titled(Scene scene, String text) {
    Marked marked = Marked.of(scene, text);
    Set<String> titles = marked.listed("facts.titles");
    int size = marked.words().size();
    for (int from = size - 1; from > 0; from--) {
      int to = from;
      while (titles.contains(marked.low(from - 1))
          && to < size
          && (ofName(marked, to) || (to == from && capital(marked.words().get(to))))) {
        to++;
      }
      if (to > from) {
        boolean own = to < size && marked.listed("claim.relation-own").contains(marked.low(to));
        String name = String.join(" ", marked.words().subList(from, to));
        return own || to - from > MOST_NAMES || nobody(scene, name) ? "" : name;
      }
    }
    return "";
  }

  /// The name of who is asked about, by a title or at the head of the question.
  private static String of(Scene scene, String text) {
    String titled = titled(scene, text);
    return titled.isEmpty() ? leading(scene, text) : titled;
  }

  /// The name before what is asked of somebody, where nobody asks of themselves: `iuran sumiati itu
  /// sudah masuk belum`.
  private static String leading(Scene scene, String text) {
    Marked marked = Marked.of(scene, text);
    int size = marked.words().size();
    int from = 0;
    while (from < size && !ofName(marked, from)) {
      from++;
    }
    int to = from;
    while (to < size && ofName(marked, to)) {
      to++;
    }
    boolean own = IntStream.range(0, size).anyMatch(at -> own(scene, marked.low(at)));
    String name = String.join(" ", marked.words().subList(from, to));
    return own || to - from > MOST_NAMES || nobody(scene, name) ? "" : name;
  }

  private static boolean own(Scene scene, String word) {
    return scene.heard("recap.words.own").contains(word);
  }

  private static boolean nobody(Scene scene, String name) {
    return !(scene.content().parsers().personName(name) instanceof Parsed.Value<String>);
  }

  /// why: Hari is a man, and a day; behind a title a capital tells which.
  private static boolean capital(String word) {
    return word.length() > 2
        && Character.isUpperCase(word.charAt(0))
        && Character.isLowerCase(word.charAt(1));
  }

  private static boolean ofName(Marked marked, int at) {
    return !marked.low(at).isEmpty()
        && Character.isLetter(marked.low(at).charAt(0))
        && AFTER.stream().noneMatch(key -> marked.listed(key).contains(marked.low(at)));
  }

  /// Whether somebody asks, as agents do, who of their own people is to be reminded.
  public static boolean owing(Scene scene, String text) {
    return Commands.listed(scene, "recap.words.owing", text);
  }

  private static String searchedName(Scene scene, String text) {
    String bare = text.strip();
    return scene.heard("recap.words.search").stream()
        .filter(sign -> bare.toLowerCase(Locale.ROOT).startsWith(sign + ' '))
        .max(java.util.Comparator.comparingInt(String::length))
        .map(sign -> bare.substring(sign.length()).strip())
        .filter(name -> name.length() <= LONGEST_NAME && name.matches("[\\p{L} .'-]+"))
        .orElse("");
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT, DUE, REMIND);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    if (scene.fact(AgentLogin.AGENT) == null) {
      scene.say("recap.only-agents");
      scene.askText(scene.choices("do." + AgentLogin.INTENT, Commands.MENU), "");
      return Move.OVER;
    }
    return switch (opening.intent()) {
      case REMIND -> remind(scene, opening.detail());
      case DUE -> due(scene, opening.detail());
      default -> recap(scene, opening);
    };
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Reading reading ->
          event instanceof Event.Answered a ? came(scene, reading.about(), a.answer()) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    scene.ask(List.of(), "wait");
  }

  private static Move recap(Scene scene, Opening opening) {
    String text = opening.text();
    String searched = searchedName(scene, text);
    String name = searched.isEmpty() ? asked(scene, opening) : searched;
    if (!name.isEmpty()) {
      return read(scene, new Effect.FindClients(name), name);
    }
    if (says(scene, "fee", text) && scene.content().rules().enrolment().agentFee().amount() == 0) {
      scene.say("recap.no-fee");
      return Move.OVER;
    }
    if (says(scene, "due", text)) {
      return due(scene, "");
    }
    Period period = Period.of(scene, text);
    return read(scene, new Effect.ReadRecap(period.from(), period.until()), period.label());
  }

  /// Who is asked about with the words of a status; a recap itself names nobody.
  private static String asked(Scene scene, Opening opening) {
    boolean standing = opening.words() != null && asks(opening.words().best().intent());
    return standing ? of(scene, opening.text()) : "";
  }

  private static boolean says(Scene scene, String what, String text) {
    Set<String> said =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
            .collect(Collectors.toSet());
    return scene.heard("recap.words." + what).stream().anyMatch(said::contains);
  }

  private static Move due(Scene scene, String from) {
    int first = from.matches("[0-9]{1,4}") ? Integer.parseInt(from) : 0;
    return read(scene, new Effect.ReadDue(first), "");
  }

  private static Move remind(Scene scene, String number) {
    boolean byNumber = scene.content().rules().consent().reach().news();
    return read(scene, new Effect.RemindClient(number, byNumber), "");
  }

  private static Move read(Scene scene, Effect.AgentAsk ask, String about) {
    return new Move.To(new Reading(scene.request(ask), about));
  }

  private static Move came(Scene scene, String about, Answer answer) {
    switch (answer) {
      case Answer.RecapRead recap -> RecapText.recap(scene, recap, about);
      case Answer.ClientsRead clients -> RecapText.clients(scene, clients, about);
      case Answer.ClientReminded reminded -> RecapText.reminded(scene, reminded);
      case Answer.Refused _ -> {
        scene.forget(AgentLogin.AGENT);
        scene.say("recap.no-agent");
        scene.askText(scene.choices("do." + AgentLogin.INTENT, Commands.HUMAN), "");
      }
      default -> scene.say("given-up");
    }
    return Move.OVER;
  }
}
