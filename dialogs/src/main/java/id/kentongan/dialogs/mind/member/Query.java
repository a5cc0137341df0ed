package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.ToldPhone;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Frames;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An officer wants one field of an enrolment or claim told anew; the answer goes to the officer.
/// Whatever was being asked before goes on afterwards.
public final class Query implements Dialog<Query.Waiting> {
  private static final String ASK = "query.ask.";

  /// What a query waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "query";
    }
  }

  /// For the field of the matter of that number.
  record Asked(String number, String field) implements Waiting {
    @Override
    public String name() {
      return "asked";
    }
  }

  /// Begins; a field that there is no question for is nothing to ask. Of several the first is asked
  /// first, as people answer what they read first. While an officer has the conversation it waits
  /// until they give it back.
  public static void begin(Scene scene, Frames frames, Notice.FieldAsked asked) {
    if (scene.content().words().has(ASK + asked.field())) {
      var query = new Asked(asked.number(), asked.field());
      List<State> before = frames.all().stream().filter(Asked.class::isInstance).toList();
      boolean again = before.contains(query);
      if (!again) {
        frames.push(query);
      }
      before.forEach(frames::raise);
      State officer = frames.ofFamily(HandOver.WithOfficer.class);
      if (officer != null) {
        frames.raise(officer);
        return;
      }
      boolean more = !again && !before.isEmpty();
      scene.say(more ? "query.more" : "query.begin", "nomor", asked.number());
    }
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of();
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    return Move.OVER;
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    var asked = (Asked) state;
    return switch (event) {
      case Event.Said said when wishes(said.understood()) -> Move.PASS;
      case Event.Said said -> told(scene, asked, value(scene, asked.field(), said.understood()));
      case Event.SentContact contact when asked.field().endsWith("phone") ->
          told(scene, asked, Optional.of(contact.phone().e164()));
      default -> Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    scene.ask(List.of(), ASK + ((Asked) state).field());
  }

  /// A question or a wish of the person's own, and no answer.
  private static boolean wishes(Understood words) {
    return Doubt.of(words) instanceof Doubt.Sure(String intent)
        && (intent.startsWith("ask.")
            || intent.startsWith("status.")
            || intent.equals(Commands.HUMAN));
  }

  private static Move told(Scene scene, Asked asked, Optional<String> value) {
    if (value.isEmpty()) {
      scene.explain("query.unclear", "tanya", scene.words(ASK + asked.field()));
      return new Move.To(asked);
    }
    scene.tell(new Effect.TellField(asked.number(), asked.field(), value.get()));
    scene.say("query.thanks");
    return Move.OVER;
  }

  private static Optional<String> value(Scene scene, String field, Understood words) {
    return switch (field) {
      case "nik", "deceased-nik" -> only(Told.nik(scene, words)).map(Nik::digits);
      case "birth-date" -> only(Told.birthDate(scene, words)).map(LocalDate::toString);
      case "died" -> only(Told.deathDate(scene, words)).map(LocalDate::toString);
      case "phone", "heir-phone" ->
          only(scene.content().parsers().phone(words.text())).flatMap(told -> phone(scene, told));
      case "occupation" -> only(Told.occupation(scene, words)).map(Occupation::name);
      case "village" ->
          only(scene.content().places().find(words.text())).map(place -> place.code());
      default -> Optional.of(Told.plain(words.text())).filter(text -> !text.isEmpty());
    };
  }

  private static Optional<String> phone(Scene scene, ToldPhone told) {
    return switch (told) {
      case ToldPhone.Given(Phone given) -> Optional.of(given.e164());
      case ToldPhone.Sender _ -> Optional.ofNullable(Told.senderPhone(scene)).map(Phone::e164);
    };
  }

  private static <T> Optional<T> only(Parsed<T> parsed) {
    return parsed instanceof Parsed.Value<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
