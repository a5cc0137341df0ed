package id.kentongan.bot.desk;

/// What is known of another node. Whether it answers is tried with one event at first, and again
/// when it was left alone for a while; all others are done here meanwhile. Safe for any thread.
final class Neighbour {
  private boolean answers;
  private boolean tried;
  private long heard;
  private long leftUntil;

  Neighbour(long now) {
    this.heard = now;
    this.leftUntil = now;
  }

  /// Whether it is asked at this nano time.
  synchronized boolean asked(long now) {
    if (answers) {
      return true;
    }
    if (tried || now - leftUntil < 0) {
      return false;
    }
    tried = true;
    return true;
  }

  /// why not while it is left alone: of events under way one may still be answered.
  synchronized void answered(long now) {
    tried = false;
    heard = now;
    answers = now - leftUntil >= 0;
  }

  /// No answer came to what was asked at a nano time. A node that has answered others since is only
  /// slow: to leave it alone would give more to do to everybody.
  synchronized void silent(long asked, long until) {
    if (heard - asked <= 0) {
      tried = false;
      answers = false;
      leftUntil = until;
    }
  }
}
