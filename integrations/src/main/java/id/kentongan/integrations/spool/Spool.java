package id.kentongan.integrations.spool;

import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.crypto.DataKey;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Events in a file of this node, in the order they came, each on the disk before it is confirmed.
/// The file: length of the wrapped key (2), the key, then for each event its length (4) and its
/// sealed bytes. Safe for any thread; writes happen on a thread of its own, many with one fsync.
public final class Spool implements AutoCloseable {
  private static final int LARGEST = 1 << 22;

  private final FileChannel file;
  private final InboundSeal seal;
  private final long start;
  private final BlockingQueue<Write> writes = new LinkedBlockingQueue<>(10_000);
  private final Thread writer;
  private volatile long end;
  private volatile boolean closed;

  private record Write(ByteBuffer sealed, Promise<Void> written) {}

  /// Events from a place in the file, and the place after them.
  public record Batch(List<Inbound> events, long next) {}

  private Spool(FileChannel file, DataKey key, long start, long end) {
    this.file = file;
    this.seal = new InboundSeal(key);
    this.start = start;
    this.end = end;
    this.writer = Thread.ofVirtual().name("spool").start(this::write);
  }

  /// Opens the spool in a folder, with what an earlier process left there.
  public static Spool open(Path folder, MasterKey master) throws IOException {
    Files.createDirectories(folder);
    var file =
        FileChannel.open(
            folder.resolve("events"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (!locked(file)) {
      file.close();
      throw new IOException("another gateway uses it");
    }
    if (file.size() < 2) {
      byte[] wrapped = DataKey.random(new SecureRandom()).wrapped(master);
      var head = ByteBuffer.allocate(2 + wrapped.length);
      writeFully(file, head.putShort((short) wrapped.length).put(wrapped).flip(), 0);
      file.force(true);
    }
    byte[] wrapped = read(file, 2, read(file, 0, 2).getShort()).array();
    Optional<byte[]> anew = master.rewrap(wrapped);
    if (anew.isPresent()) {
      writeFully(file, ByteBuffer.wrap(anew.get()), 2);
      file.force(true);
    }
    long start = 2L + wrapped.length;
    return new Spool(file, DataKey.unwrap(master, wrapped), start, whole(file, start));
  }

  /// Held until the file is closed or the process ends.
  private static boolean locked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  public boolean empty() {
    return end == start && writes.isEmpty();
  }

  /// Succeeds when the event is on the disk; fails when it cannot be written.
  public Future<Void> add(Inbound in) {
    Promise<Void> written = Promise.promise();
    if (!writes.offer(new Write(ByteBuffer.wrap(seal.seal(in)), written))) {
      written.fail("the spool cannot keep up");
    }
    // why after: nobody writes any more what came in once it was closed
    if (closed) {
      forget();
    }
    return written.future();
  }

  /// At most so many events from a place; from the beginning with 0. Blocks.
  public Batch read(long from, int most) throws IOException {
    long at = Math.max(from, start);
    var events = new ArrayList<Inbound>();
    while (at < end && events.size() < most) {
      int length = read(file, at, 4).getInt();
      Optional<Inbound> event = seal.open(read(file, at + 4, length).array());
      event.ifPresent(events::add);
      at += 4 + length;
    }
    return new Batch(events, at);
  }

  /// The place after the last event.
  public long end() {
    return end;
  }

  /// Forgets everything when nothing lies after that place; false when something does. Blocks.
  public synchronized boolean clear(long upTo) throws IOException {
    if (upTo < end || !writes.isEmpty()) {
      return false;
    }
    file.truncate(start);
    file.force(true);
    end = start;
    return true;
  }

  private void write() {
    try {
      while (true) {
        var batch = new ArrayList<Write>();
        batch.add(writes.take());
        writes.drainTo(batch);
        write(batch);
      }
    } catch (InterruptedException e) {
      forget();
    }
  }

  /// Tells whoever still waits that nothing is written any more.
  private void forget() {
    for (Write left = writes.poll(); left != null; left = writes.poll()) {
      left.written().fail("the spool is closed");
    }
  }

  private synchronized void write(List<Write> batch) {
    int length = batch.stream().mapToInt(write -> 4 + write.sealed().remaining()).sum();
    var bytes = ByteBuffer.allocate(length);
    batch.forEach(write -> bytes.putInt(write.sealed().remaining()).put(write.sealed()));
    try {
      writeFully(file, bytes.flip(), end);
      file.force(false);
      end += length;
    } catch (IOException e) {
      batch.forEach(write -> write.written().fail(e));
      return;
    }
    batch.forEach(write -> write.written().complete());
  }

  /// Where the last event that was written to its end ends.
  private static long whole(FileChannel file, long start) throws IOException {
    long at = start;
    while (at + 4 <= file.size()) {
      int length = read(file, at, 4).getInt();
      if (length <= 0 || length > LARGEST || at + 4 + length > file.size()) {
        return at;
      }
      at += 4 + length;
    }
    return at;
  }

  private static void writeFully(FileChannel file, ByteBuffer bytes, long at) throws IOException {
    long place = at;
    while (bytes.hasRemaining()) {
      place += file.write(bytes, place);
    }
  }

  private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("the spool ends in the middle of an event");
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    writer.interrupt();
    file.close();
  }
}
