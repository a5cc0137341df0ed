package id.kentongan.bot.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// How this server answers: JSON, and a refusal always with its reason.
final class Answers {
  private Answers() {}

  static void json(RoutingContext route, int status, JsonObject body) {
    if (!route.response().ended() && !route.response().closed()) {
      route
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/json")
          .end(body.encode());
    }
  }

  static void refuse(RoutingContext route, int status, String reason) {
    if (status == 413) {
      LingeringClose.after(route);
    }
    json(route, status, new JsonObject().put("error", reason));
  }

  /// Does what answers the request; what it throws is answered too.
  ///
  /// why: a future swallows what its handlers throw, and the caller would wait for ever.
  static void always(RoutingContext route, Runnable answer) {
    try {
      answer.run();
    } catch (RuntimeException broken) {
      route.fail(broken);
    }
  }
}
