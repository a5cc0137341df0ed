package id.kentongan.integrations;

import id.kentongan.dialogs.talk.Inbound;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/// The first room: an HTTP request of a provider becomes events. Checks the signature or secret in
/// constant time before it parses; total, whatever the bytes.
public interface Door {
  /// The path it stands at, e.g. `/webhooks/telegram`.
  String path();

  Admitted admit(Request request);

  /// A request as it came: method, path with query, headers, body (already within the size limit).
  record Request(String method, String uri, MultiMap headers, Buffer body) {
    /// A header that came once. One that came twice proves nothing: who put the second there?
    public Optional<String> only(String header) {
      List<String> values = headers.getAll(header);
      return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
  }

  /// What a door makes of a request.
  sealed interface Admitted {
    /// Answered 2xx once all are committed.
    record Events(List<Inbound> events) implements Admitted {
      public Events {
        events = List.copyOf(events);
      }
    }

    /// Reports on messages we sent; answered 2xx once all are noted. What came with them, or what
    /// they say of a person, comes in as `events`.
    record Reports(List<DeliveryReport> reports, List<Inbound> events) implements Admitted {
      public Reports {
        reports = List.copyOf(reports);
        events = List.copyOf(events);
      }
    }

    /// Genuine but nothing for us; answered 200, the reason counted.
    record Ignored(String reason) implements Admitted {}

    /// Answered 200 with `body` as it stands under this `Content-Type` (a platform's handshake, or
    /// a request to the platform that rides on the answer).
    record Reply(String type, String body) implements Admitted {}

    /// Not let in: 401, 403, 400.
    record Refused(int status, String reason) implements Admitted {}
  }
}
