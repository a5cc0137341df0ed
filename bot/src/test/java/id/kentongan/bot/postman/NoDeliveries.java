package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.DeliveryReport;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/// Notes nothing; nothing comes back.
final class NoDeliveries implements Deliveries {
  @Override
  public Future<List<Returned>> sent(List<Sent> taken) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Returned>> report(DeliveryReport report) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Returned>> returned(int most) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Void> dealt(Returned returned) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Facts> facts(EffectId effect, List<String> providerIds) {
    return Future.succeededFuture(new Facts(false, Set.of(), Set.of()));
  }
}
