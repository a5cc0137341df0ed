package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.values.Phone;
import org.jspecify.annotations.Nullable;

/// Something that happened to a conversation. Each is handled once, in the order of the commits.
public sealed interface Event {
  /// Something that the person did.
  sealed interface FromPerson extends Event {}

  /// Typed words, as the Ear understood them.
  record Said(Understood understood) implements FromPerson {
    public String text() {
      return understood.text();
    }
  }

  /// A button or list row; `choice` is the [Choice#id] we gave it.
  record Tapped(String choice) implements FromPerson {
    public Tapped {
      choice = Legible.of(choice);
    }
  }

  /// A photograph or document, not yet fetched. `album` joins files sent together.
  record SentFile(FileRef file, String caption, @Nullable String album) implements FromPerson {
    public SentFile {
      caption = Legible.of(caption);
    }
  }

  record SentLocation(double latitude, double longitude) implements FromPerson {}

  /// A contact card; `own` when the platform vouches that it is the sender's own.
  record SentContact(Phone phone, boolean own) implements FromPerson {}

  /// What we cannot read: voice, sticker, video, poll.
  record SentOther(Kind kind) implements FromPerson {
    /// What was sent.
    public enum Kind {
      VOICE,
      STICKER,
      VIDEO,
      UNKNOWN
    }
  }

  /// The person changed a message already sent.
  record Edited(Understood understood) implements FromPerson {}

  /// The person blocked us, or the platform says they are gone.
  record Left() implements Event {}

  /// A timer set by an earlier step came due.
  record Due(TimerName timer) implements Event {}

  /// An effect has its outcome.
  record Answered(EffectId effect, Answer answer) implements Event {}

  /// The records have news for this conversation.
  record Noticed(Notice notice) implements Event {}
}
