package id.kentongan.bot.fuzz;

/// What came back, its body read as UTF-8. `status` 0: the line was closed without an answer; -1:
/// nothing within the time.
record Answer(int status, boolean open, String location, String cookie, String body) {
  static final Answer CLOSED = new Answer(0, false, "", "", "");
  static final Answer NOTHING = new Answer(-1, false, "", "", "");
}
