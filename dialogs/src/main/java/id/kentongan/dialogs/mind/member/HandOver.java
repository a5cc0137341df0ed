package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Talk;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// A person is wanted: a ticket is opened and told; while an officer has the conversation the bot
/// is silent.
public final class HandOver implements Dialog<HandOver.Waiting> {
  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("EEEE, d MMMM 'pukul' HH.mm", Locale.of("id"));

  private static final DateTimeFormatter MIDNIGHT =
      DateTimeFormatter.ofPattern("EEEE, d MMMM 'pukul 24.00'", Locale.of("id"));

  /// Longer words tell something else too.
  private static final int BRIEF = 8;

  private static final Set<String> CALLS = Set.of(Commands.HUMAN, "complaint");
  private static final String TICKET = "ticket";
  private static final String UNTIL_WHEN = "ticket.until";

  /// What a hand-over waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "handover";
    }
  }

  /// For the ticket's number.
  record Opening(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "opening";
    }
  }

  /// For the officer to give the conversation back.
  public record WithOfficer(String officer) implements Waiting {
    @Override
    public String name() {
      return "with-officer";
    }
  }

  public static boolean silent(State state) {
    return state instanceof WithOfficer;
  }

  /// A ticket waits whose time has not passed; an officer who came has closed it.
  private static boolean open(Scene scene) {
    String until = scene.fact(UNTIL_WHEN);
    return scene.fact(TICKET) != null
        && until != null
        && scene.turn().now().isBefore(Instant.parse(until));
  }

  /// Whether words that may call for a person do so: somebody is waited for.
  public static boolean awaited(Scene scene, List<String> intents) {
    return open(scene) && CALLS.contains(intents.getFirst());
  }

  /// Whether who waits speaks of an answer: `kok belum ada yg bales`.
  public static boolean impatient(Scene scene, String text) {
    return open(scene)
        && Listed.tokens(text).size() <= BRIEF
        && Listed.any(scene, "handover.reply-words", text);
  }

  /// Whether an officer is waited for, who may be sent something meanwhile.
  public static boolean waited(Scene scene) {
    return open(scene);
  }

  /// Keeps what was sent for an officer, who sees it in the conversation once it is there.
  public static void keep(Scene scene, Event.SentFile sent) {
    scene.request(new Effect.Fetch(sent.file()));
  }

  /// An officer is here: what was waited for has come.
  public static void came(Scene scene) {
    scene.forget(TICKET);
    scene.forget(UNTIL_WHEN);
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return CALLS;
  }

  @Override
  public Move start(Scene scene, id.kentongan.dialogs.mind.scene.Opening opening) {
    if (open(scene)) {
      boolean complains = opening.intent().equals("complaint");
      scene.say(
          complains ? "handover.open-complaint" : "handover.open",
          "nomor",
          Objects.requireNonNull(scene.fact(TICKET)),
          "kapan",
          until(Instant.parse(Objects.requireNonNull(scene.fact(UNTIL_WHEN))), scene.zone()));
      return Move.OVER;
    }
    if (!opening.intent().equals(Commands.HUMAN)) {
      scene.say("handover." + opening.intent());
    }
    Talk talk = scene.turn().talk();
    State top = talk.top();
    String topic = top == null ? opening.intent() : opening.intent() + '/' + top.dialog();
    return new Move.To(new Opening(scene.request(new Effect.OpenTicket(topic, opening.text()))));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Opening _ -> onOpening(scene, event);
      case WithOfficer _ -> Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Opening _ -> scene.ask(List.of(), "handover.opening");
      case WithOfficer _ -> {}
    }
  }

  private static Move onOpening(Scene scene, Event event) {
    if (!(event instanceof Event.Answered answered)) {
      return Move.PASS;
    }
    if (answered.answer() instanceof Answer.TicketOpened ticket) {
      scene.remember(TICKET, ticket.number());
      scene.remember(UNTIL_WHEN, ticket.until().toString());
      scene.say(
          "handover.opened",
          "nomor",
          ticket.number(),
          "kapan",
          until(ticket.until(), scene.zone()));
    } else {
      scene.say("handover.given-up");
    }
    return Move.OVER;
  }

  public static String until(Instant when, ZoneId zone) {
    var local = when.atZone(zone);
    // why: midnight of Sunday is read as the night after it, and it is the one before
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? MIDNIGHT.format(local.minusDays(1)) + ' ' + zoneName(zone)
        : UNTIL.format(local) + ' ' + zoneName(zone);
  }

  /// WIB, WITA or WIT, as the village says it.
  static String zoneName(ZoneId zone) {
    return switch (zone.getId()) {
      case "Asia/Makassar" -> "WITA";
      case "Asia/Jayapura" -> "WIT";
      default -> "WIB";
    };
  }
}
