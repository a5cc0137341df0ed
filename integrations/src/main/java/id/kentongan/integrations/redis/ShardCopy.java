package id.kentongan.integrations.redis;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// What one shard held at one instant, all of it sealed as it lies in Redis: conversations by name,
/// waiting posts with the note of when they are tried again (or empty), timers by `name:timer`,
/// dead letters with their reason.
// why: compared by nobody.
@SuppressWarnings("ArrayRecordComponent")
record ShardCopy(
    List<TalkCopy> talks, List<PostCopy> waiting, List<TimerCopy> timers, List<PostCopy> dead) {
  private static final int FORMAT = 1;

  record TalkCopy(String name, byte[] value) {}

  /// `entry` as in its stream; `note` of the hash `later`, or why the letter is dead.
  record PostCopy(String entry, byte[] sealed, String note) {}

  record TimerCopy(String member, double due) {}

  void write(OutputStream to) throws IOException {
    var out = new DataOutputStream(to);
    out.writeByte(FORMAT);
    out.writeInt(talks.size());
    for (TalkCopy talk : talks) {
      out.writeUTF(talk.name());
      bytes(out, talk.value());
    }
    posts(out, waiting);
    out.writeInt(timers.size());
    for (TimerCopy timer : timers) {
      out.writeUTF(timer.member());
      out.writeDouble(timer.due());
    }
    posts(out, dead);
    out.flush();
  }

  static ShardCopy read(InputStream from) throws IOException {
    var in = new DataInputStream(from);
    if (in.readByte() != FORMAT) {
      throw new IOException("a shard is written in an unknown format");
    }
    var talks = new ArrayList<TalkCopy>();
    for (int left = in.readInt(); left > 0; left--) {
      talks.add(new TalkCopy(in.readUTF(), in.readNBytes(in.readInt())));
    }
    List<PostCopy> waiting = posts(in);
    var timers = new ArrayList<TimerCopy>();
    for (int left = in.readInt(); left > 0; left--) {
      timers.add(new TimerCopy(in.readUTF(), in.readDouble()));
    }
    return new ShardCopy(talks, waiting, timers, posts(in));
  }

  private static void posts(DataOutputStream out, List<PostCopy> posts) throws IOException {
    out.writeInt(posts.size());
    for (PostCopy post : posts) {
      out.writeUTF(post.entry());
      bytes(out, post.sealed());
      out.writeUTF(post.note());
    }
  }

  private static List<PostCopy> posts(DataInputStream in) throws IOException {
    var posts = new ArrayList<PostCopy>();
    for (int left = in.readInt(); left > 0; left--) {
      posts.add(new PostCopy(in.readUTF(), in.readNBytes(in.readInt()), in.readUTF()));
    }
    return posts;
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
