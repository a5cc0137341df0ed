package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Effect;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/// Records to what somebody consented, with the version of the text they saw.
final class Consents {
  private final InstantSource clock;

  Consents(InstantSource clock) {
    this.clock = clock;
  }

  void record(Handle handle, Talks.Talk talk, Effect.RecordConsent consent) {
    handle.execute(
        "insert into consents (talk, purpose, text_version, given) values (?, ?, ?, ?)",
        talk.id(),
        consent.purpose(),
        consent.textVersion(),
        clock.instant());
  }
}
