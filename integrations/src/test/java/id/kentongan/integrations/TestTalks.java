package id.kentongan.integrations;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Memory;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.crypto.MasterKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Conversations and commits for tests of the store.
public final class TestTalks {
  /// One key for all tests.
  public static final MasterKey MASTER = MasterKey.of(new byte[32]);

  /// Knows the one state below.
  public static final TalkJson JSON = new TalkJson(List.of(Heard.class), List.of());

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestTalks() {}

  /// A state that holds what was heard so far.
  public record Heard(List<String> events) implements State {
    @Override
    public String dialog() {
      return "test";
    }

    @Override
    public String name() {
      return "heard";
    }
  }

  /// A conversation that no other test has.
  public static ConversationId someone() {
    return new ConversationId("test", "person" + COUNT.incrementAndGet());
  }

  /// What a conversation heard.
  public static List<String> heard(Talk talk) {
    return talk.top() instanceof Heard heard ? heard.events() : List.of();
  }

  /// The conversation after it heard one more event.
  public static Talk hearing(Talk talk, String event) {
    var events = new ArrayList<>(heard(talk));
    events.add(event);
    return new Talk(Language.INDONESIAN, List.of(new Heard(events)), null, Memory.EMPTY, Map.of());
  }

  /// A step that hears the event and does the effects.
  public static Vault.Commit commit(
      ConversationId who,
      Vault.Loaded base,
      String event,
      Vault.Origin origin,
      List<Timer> timers,
      Effect... effects) {
    long version = base.version() + 1;
    var posts = new ArrayList<Post>();
    for (Effect effect : effects) {
      posts.add(new Post(EffectId.of(who, version, posts.size()), effect, null, null));
    }
    var next = new Vault.Next(hearing(base.talk(), event), posts, timers);
    return new Vault.Commit(who, base, event, version, next, origin);
  }

  /// A step for a person's message.
  public static Vault.Commit said(
      ConversationId who, Vault.Loaded base, String event, Effect... effects) {
    return commit(who, base, event, new Vault.Origin.Person(Instant.EPOCH), List.of(), effects);
  }

  /// An answer, never withdrawn.
  public static Effect.Send say(String text) {
    return new Effect.Send(Bubble.of(text), false);
  }

  /// A question that may be withdrawn.
  public static Effect.Send ask(String text) {
    return new Effect.Send(Bubble.of(text), true);
  }
}
