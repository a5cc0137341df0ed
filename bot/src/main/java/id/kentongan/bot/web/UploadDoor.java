package id.kentongan.bot.web;

import id.kentongan.bot.http.BodyRoom;
import id.kentongan.bot.http.LingeringClose;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.WebUploads;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Takes a photograph, PDF or list of people that the page sends as a form with one file. The
/// message's id stands in the header `X-Message-Id`. The bytes go straight into encryption, never
/// to a disk of this node.
final class UploadDoor {
  /// What papers need: the largest photo of a phone today is about 8 MB.
  static final long LIMIT = 10L << 20;

  private static final long FORM = 64 << 10;
  private static final int NAME = 120;

  // why: half of what files that nobody has fetched may take; the slowest line needs minutes.
  private static final BodyRoom ROOM =
      new BodyRoom(512L << 20, Duration.ofMinutes(5), System::nanoTime);

  private final Gate gate;
  private final WebUploads uploads;
  private final MessageDoor door;

  UploadDoor(Gate gate, WebUploads uploads, MessageDoor door) {
    this.gate = gate;
    this.uploads = uploads;
    this.door = door;
  }

  void handle(RoutingContext route) {
    Optional<Session> session = gate.uploader(route);
    if (session.isEmpty()) {
      return;
    }
    HttpServerRequest request = route.request();
    String id = request.getHeader("X-Message-Id");
    String type = request.getHeader("Content-Type");
    if (id == null || !Posted.isId(id) || type == null || !type.startsWith("multipart/form-data")) {
      refuse(route, 400, "shape");
    } else if (length(request) > LIMIT + FORM) {
      refuse(route, 413, "too-large");
    } else {
      take(route, session.get(), id);
    }
  }

  private void take(RoutingContext route, Session session, String id) {
    HttpServerRequest request = route.request();
    if (!form(request)) {
      refuse(route, 400, "shape");
      return;
    }
    Promise<Posted> posted = Promise.promise();
    var found = new AtomicReference<ComingFile>();
    request.uploadHandler(
        file -> {
          var coming = new ComingFile(file, ROOM);
          if (found.compareAndSet(null, coming)) {
            keep(session, id, file, coming)
                .onSuccess(posted::tryComplete)
                .onFailure(posted::tryFail);
          }
        });
    request.exceptionHandler(garbled -> cut(found.get(), posted));
    request.endHandler(
        end -> {
          if (found.get() == null) {
            posted.tryFail(new ComingFile.Unended());
          } else {
            found.get().formRead();
          }
        });
    posted
        .future()
        .onSuccess(done -> door.take(route, session, done))
        .onFailure(why -> fail(route, why));
  }

  private static void cut(@Nullable ComingFile file, Promise<Posted> posted) {
    posted.tryFail(new ComingFile.Unended());
    if (file != null) {
      file.breakOff(new ComingFile.Unended());
    }
  }

  /// False when its boundary cannot be read.
  private static boolean form(HttpServerRequest request) {
    try {
      request.setExpectMultipart(true);
      return true;
    } catch (RuntimeException garbled) {
      return false;
    }
  }

  private Future<Posted> keep(
      Session session, String id, HttpServerFileUpload file, ComingFile coming) {
    String handle = session.eventId(id);
    String type = Optional.ofNullable(file.contentType()).orElse("application/octet-stream");
    return uploads
        .keep(session.conversation(), handle, kind(type), coming, LIMIT)
        .map(
            size -> {
              var sent = new Event.SentFile(new FileRef(handle, type, size), "", null);
              var shown = new Bubble.Attachment(handle, type, name(file.filename()));
              return new Posted(id, "", shown, new Inbound.Ready(sent));
            });
  }

  /// why: Windows calls a text table an Excel file, and some browsers know no name for either.
  private static WebUploads.Kind kind(String type) {
    boolean table =
        type.startsWith("text/")
            || type.equals("application/vnd.ms-excel")
            || type.startsWith("application/vnd.openxmlformats-officedocument.spreadsheetml");
    return table ? WebUploads.Kind.TABLE : WebUploads.Kind.PAPER;
  }

  private static void fail(RoutingContext route, Throwable why) {
    switch (why) {
      case Channel.FileTooLarge large -> refuse(route, 413, "too-large");
      case Files.Refused kind -> refuse(route, 415, "kind");
      case ComingFile.Unended none -> refuse(route, 400, "no-file");
      default -> refuse(route, 503, "later");
    }
  }

  private static void refuse(RoutingContext route, int status, String error) {
    if (route.response().ended() || route.response().closed()) {
      return;
    }
    if (status == 413) {
      LingeringClose.after(route);
    }
    Gate.refused(route, status, error);
  }

  private static String name(@Nullable String given) {
    String name = given == null || given.isBlank() ? "berkas" : given.strip();
    return name.substring(Math.max(0, name.length() - NAME));
  }

  private static long length(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
