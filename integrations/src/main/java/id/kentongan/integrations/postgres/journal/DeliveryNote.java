package id.kentongan.integrations.postgres.journal;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Deliveries.Sent;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.DeliveryReport.State;
import id.kentongan.integrations.Post;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is to be noted of a message at a provider; `post` where it is our own note of the sending.
record DeliveryNote(DeliveryReport report, @Nullable Post post) {
  /// That the provider took the message.
  static DeliveryNote taken(Sent sent) {
    var queued = new DeliveryReport(sent.providerId(), State.QUEUED, null, null, null);
    return new DeliveryNote(queued, sent.post());
  }

  String providerId() {
    return report.providerId();
  }

  Stream<ConversationId> conversation() {
    return post == null ? Stream.of() : Stream.of(post.id().conversation());
  }

  @Nullable String remedy() {
    return report.remedy() == null ? null : report.remedy().name();
  }

  /// Of two notes of one message whatever is known, and of the state what is further on.
  DeliveryNote and(DeliveryNote other) {
    DeliveryReport further = other.progress() > progress() ? other.report : report;
    var both =
        new DeliveryReport(
            providerId(),
            further.state(),
            further.error(),
            further.remedy(),
            report.send() == null ? other.report.send() : report.send());
    return new DeliveryNote(both, post == null ? other.post : post);
  }

  /// The state as it is kept in the column, in the order of progress.
  long progress() {
    return switch (report.state()) {
      case QUEUED -> 0;
      case SENT -> 1;
      case FAILED -> 2;
      case DELIVERED -> 3;
      case READ -> 4;
    };
  }
}
