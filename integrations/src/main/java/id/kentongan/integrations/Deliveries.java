package id.kentongan.integrations;

import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.DeliveryReport.Remedy;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/// What became of messages at providers that take them first and report later. Reports come in any
/// order and before our own note of the sending.
public interface Deliveries {
  /// Notes that the provider took these; gives those of them that it has returned meanwhile.
  Future<List<Returned>> sent(List<Sent> taken);

  /// Notes a report; gives the message when it is returned and known here.
  Future<List<Returned>> report(DeliveryReport report);

  /// The oldest that were returned and not dealt with.
  Future<List<Returned>> returned(int most);

  /// Says that what was to be done about a returned message is done.
  Future<Void> dealt(Returned returned);

  /// What is noted of an effect's send, and of messages at the provider by their ids there.
  Future<Facts> facts(EffectId effect, List<String> providerIds);

  /// Whether the provider is known to have taken the effect's message; which of the ids asked for
  /// are that message, and which are known to be others.
  record Facts(boolean taken, Set<String> own, Set<String> others) {}

  /// A message and the provider's id of it.
  record Sent(String providerId, Post post) {}

  /// A message that the provider took and could not deliver: an id of its own, without personal
  /// data, and what is to be done; `error` is the provider's code.
  record Returned(String id, Post post, Remedy remedy, String error) {}
}
