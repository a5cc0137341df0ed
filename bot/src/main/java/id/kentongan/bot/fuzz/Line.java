package id.kentongan.bot.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// A connection to a gateway, on which anything may be written; opened anew when it was closed.
/// Blocks.
final class Line implements AutoCloseable {
  /// why: a message waits for both stores, which are hurried by all the others.
  static final int PATIENCE_MILLIS = 20_000;

  private static final int HALF_MILLIS = 20;
  private static final int CONNECT_MILLIS = 10_000;
  private static final int MOST = 4 << 20;

  private final int port;
  private Optional<Socket> socket = Optional.empty();
  private InputStream in = InputStream.nullInputStream();

  Line(int port) {
    this.port = port;
  }

  /// Sends a request that must be answered or refused.
  Answer whole(Ask ask) {
    try {
      Answer answer = exchange(ask.bytes(), ask.method().equals("HEAD"));
      if (!answer.open()) {
        close();
      }
      return answer;
    } catch (SocketTimeoutException e) {
      close();
      return Answer.NOTHING;
    } catch (IOException e) {
      close();
      return Answer.CLOSED;
    }
  }

  /// Sends bytes after which the server may wait for more, and ends the line.
  Answer half(byte[] bytes) {
    close();
    try {
      Socket line = connected();
      line.getOutputStream().write(bytes);
      line.setSoTimeout(HALF_MILLIS);
      return answer(false);
    } catch (SocketTimeoutException waits) {
      return ended();
    } catch (IOException e) {
      return Answer.CLOSED;
    } finally {
      close();
    }
  }

  private Answer ended() {
    try {
      Socket line = connected();
      line.shutdownOutput();
      line.setSoTimeout(PATIENCE_MILLIS);
      return in.read() < 0 ? Answer.CLOSED : answer(false);
    } catch (SocketTimeoutException e) {
      return Answer.NOTHING;
    } catch (IOException e) {
      return Answer.CLOSED;
    }
  }

  private Answer exchange(byte[] bytes, boolean head) throws IOException {
    boolean used = socket.isPresent();
    Socket line = connected();
    line.setSoTimeout(PATIENCE_MILLIS);
    try {
      line.getOutputStream().write(bytes);
      Answer answer = answer(head);
      if (answer.status() != 0 || !used) {
        return answer;
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      if (!used) {
        throw e;
      }
    }
    // why: the server may close a line that was idle, at the moment it is used again.
    close();
    return exchange(bytes, head);
  }

  private Socket connected() throws IOException {
    if (socket.isEmpty()) {
      var fresh = new Socket();
      fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      fresh.setTcpNoDelay(true);
      in = new BufferedInputStream(fresh.getInputStream());
      socket = Optional.of(fresh);
    }
    return socket.get();
  }

  private Answer answer(boolean head) throws IOException {
    // why: the server repeats an odd version as it was told, `HTTP/1.10`.
    String[] status = text().split(" ", 3);
    if (!status[0].startsWith("HTTP/") || status.length < 2) {
      return Answer.CLOSED;
    }
    int code = Integer.parseInt(status[1]);
    int length = -1;
    boolean open = true;
    boolean chunked = false;
    boolean endless = false;
    String location = "";
    String cookie = "";
    for (String header = text(); !header.isEmpty(); header = text()) {
      String low = header.toLowerCase(Locale.ROOT);
      if (low.startsWith("content-length:")) {
        length = Integer.parseInt(low.substring(15).strip());
      } else if (low.startsWith("location:")) {
        location = header.substring(9).strip();
      } else if (low.startsWith("set-cookie:")) {
        cookie = header.substring(11).strip();
      }
      open &= !low.equals("connection: close");
      chunked |= low.startsWith("transfer-encoding:");
      endless |= low.startsWith("content-type: text/event-stream");
    }
    if (code == 100) {
      return answer(head);
    }
    boolean empty = head || code == 204 || code == 304 || code < 200;
    if (endless || (!empty && length < 0 && !chunked)) {
      return new Answer(code, false, location, cookie, "");
    }
    byte[] body = empty ? new byte[0] : chunked ? chunks() : in.readNBytes(length);
    return new Answer(
        code, open && code != 101, location, cookie, new String(body, StandardCharsets.UTF_8));
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = size(); size > 0 && body.size() < MOST; size = size()) {
      body.writeBytes(in.readNBytes(size));
      text();
    }
    text();
    return body.toByteArray();
  }

  private int size() throws IOException {
    String size = text().split(";", 2)[0].strip();
    return size.isEmpty() ? 0 : Integer.parseInt(size, 16);
  }

  private String text() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() {
    socket.ifPresent(
        open -> {
          try {
            open.close();
          } catch (IOException gone) {
            socket = Optional.empty();
          }
        });
    socket = Optional.empty();
  }
}
