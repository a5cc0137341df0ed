package id.kentongan.bot.chat;

import id.kentongan.bot.chat.Asked.Act;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import java.util.ArrayList;
import java.util.List;

/// The chat as a person at a terminal sees it: choices are numbered, and a number taps one;
/// `/foto path` sends a file, `/maju P1D` moves the clock.
public final class PlainChat {
  private List<Choice> shown = List.of();

  /// What a typed line asks for.
  public Act read(String line) throws Asked.NotUnderstood {
    if (line.startsWith("/foto ")) {
      return new Act.Send(Asked.file(line.substring(6).strip(), "image/jpeg"));
    }
    if (line.startsWith("/maju ")) {
      return Asked.parse(TurnJson.advance(line.substring(6).strip())).act();
    }
    if (line.matches("[0-9]{1,2}")) {
      int number = Integer.parseInt(line);
      if (number >= 1 && number <= shown.size()) {
        return new Act.Send(new Inbound.Ready(new Event.Tapped(shown.get(number - 1).id())));
      }
    }
    return new Act.Send(new Inbound.Words(line, false));
  }

  /// The lines that show a turn.
  public List<String> show(Room.Turn turn) {
    var lines = new ArrayList<String>();
    var choices = new ArrayList<Choice>();
    for (Room.Said said : turn.replies()) {
      lines.add(said.bubble().text());
      if (said.media() != null) {
        lines.add("  [" + said.media() + "]");
      }
      for (Choice choice : said.bubble().choices()) {
        choices.add(choice);
        lines.add("  " + choices.size() + ". " + choice.label());
      }
      lines.add("");
    }
    shown = List.copyOf(choices);
    return lines;
  }
}
