package id.kentongan.bot;

import id.kentongan.bot.commands.Commands;

/// Where the program begins.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Commands.line().execute(args));
  }
}
