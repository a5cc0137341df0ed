package id.kentongan.bot.chaos;

import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// The photographs that people sent, as a platform keeps them: one picture under many names, of
/// which some have expired, and which comes now and then late, broken off or not at all. Used on
/// one event loop.
final class Photographs {
  private static final String TYPE = "image/jpeg";
  private static final int WIDTH = 900;
  private static final int HEIGHT = 600;
  private static final int WORD = 12;
  private static final int ONE_EXPIRED_OF = 6;

  private final Vertx vertx;
  private final Mood mood;
  private final Buffer picture = Buffer.buffer(page());

  Photographs(Vertx vertx, Mood mood) {
    this.vertx = vertx;
    this.mood = mood;
  }

  int size() {
    return picture.length();
  }

  /// Whether the platform has it no more.
  static boolean expired(String name) {
    return Math.floorMod(name.hashCode(), ONE_EXPIRED_OF) == 0;
  }

  /// The bytes of the photograph of this name.
  void answer(HttpServerRequest request, String name) {
    switch (mood.next(new ConversationId("photograph", name), false)) {
      case NONE -> whole(request, name);
      case TOO_MANY -> request.response().setStatusCode(429).end();
      case CONFLICT -> request.response().setStatusCode(409).end();
      case BAD_GATEWAY -> Reply.html(request);
      case CUT_BEFORE, CUT_AFTER -> Reply.cut(request);
      case HALF_ANSWER -> Reply.half(request, TYPE, picture);
      case SLOW -> Reply.late(vertx, request, () -> whole(request, name));
      case REFUSED, BLOCKED -> missing(request);
    }
  }

  private void whole(HttpServerRequest request, String name) {
    if (expired(name)) {
      missing(request);
    } else {
      request.response().putHeader("Content-Type", TYPE).end(picture);
    }
  }

  private static void missing(HttpServerRequest request) {
    Reply.json(request, 404, new JsonObject().put("message", "Not Found"));
  }

  /// Dark words on a light page, sharp enough to be read.
  private static byte[] page() {
    var page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    var random = new Random(1);
    for (int y = WORD; y < HEIGHT - WORD; y += 2 * WORD) {
      for (int x = WORD; x < WIDTH - 3 * WORD; x += WORD + random.nextInt(3 * WORD)) {
        pen.fillRect(x, y, 2 + random.nextInt(WORD), WORD);
      }
    }
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(page, "jpg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
