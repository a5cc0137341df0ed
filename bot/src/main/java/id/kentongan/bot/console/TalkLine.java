package id.kentongan.bot.console;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.postgres.officers.Conversations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A line of a conversation on the page: `who` is `them`, `us` (the bot), `staff`, or `gone` where
/// they could not be reached any more; `choices` are the labels that stood under it, `file` a file
/// that was sent, `lost` why it did not arrive.
record TalkLine(
    Instant at,
    String who,
    String officer,
    String text,
    List<String> choices,
    Conversations.@Nullable File file,
    @Nullable Undelivered lost) {
  /// What is noted in the journal when somebody is not to be reached any more.
  private static final String LEFT = JournalEntry.of(Event.Left.class);

  /// The last line of what we answered when there were choices: `[Daftar] [Menu]`.
  private static final Pattern CHOICES =
      Pattern.compile("(?s)(.*?)\\n?((?:\\[[^\\[\\]\\n]++\\] ?)+)$");

  /// What stands in the journal for a file: its type, and what was written under it.
  private static final Pattern FILE = Pattern.compile("(?s)\\(([a-z]+/[A-Za-z0-9.+-]+)\\) ?(.*)");

  /// All lines in the order of time. What an officer said stands in the journal too, as the turn
  /// that brought it, and so does a file that is kept; both are shown once.
  /// `seen` gives for the journal's `[choice]` or `(SentLocation)` what the person saw.
  static List<TalkLine> of(Conversations.Opened opened, UnaryOperator<String> seen) {
    var staff =
        opened.officers().stream()
            .filter(TalkLine::said)
            .map(Conversations.OfficerLine::text)
            .collect(Collectors.toSet());
    var lines = new ArrayList<TalkLine>();
    var kept =
        opened.files().stream()
            .map(Conversations.File::type)
            .collect(Collectors.toCollection(ArrayList::new));
    for (Conversations.Turn turn : opened.turns()) {
      String said = JournalEntry.heard(turn.said()) ? besideFiles(turn.said(), kept) : "";
      if (!said.isEmpty()) {
        lines.add(new TalkLine(turn.at(), "them", "", seen.apply(said), List.of(), null, null));
      }
      if (turn.said().equals(LEFT)) {
        lines.add(new TalkLine(turn.at(), "gone", "", "", List.of(), null, null));
      }
      boolean officers = turn.said().equals("(Noticed)") && staff.contains(turn.answered());
      if (!turn.answered().isEmpty() && !officers) {
        lines.add(ours(turn));
      }
    }
    Instant first = opened.turns().isEmpty() ? Instant.MIN : opened.turns().getFirst().at();
    opened.officers().stream()
        .filter(line -> said(line) && !line.at().isBefore(first))
        .map(l -> new TalkLine(l.at(), "staff", l.officer(), l.text(), List.of(), null, null))
        .forEach(lines::add);
    opened.files().stream()
        .filter(file -> !file.at().isBefore(first))
        .map(file -> new TalkLine(file.at(), "them", "", "", List.of(), file, null))
        .forEach(lines::add);
    lines.sort(Comparator.comparing(TalkLine::at));
    return lines;
  }

  private static boolean said(Conversations.OfficerLine line) {
    return !line.note() && line.since() == null;
  }

  /// What was said, without the name of a file that is shown itself; takes it out of those `kept`.
  private static String besideFiles(String said, List<String> kept) {
    Matcher file = FILE.matcher(said);
    return file.matches() && kept.remove(file.group(1)) ? file.group(2) : said;
  }

  private static TalkLine ours(Conversations.Turn turn) {
    Matcher choices = CHOICES.matcher(turn.answered());
    if (!choices.matches()) {
      return new TalkLine(turn.at(), "us", "", turn.answered(), List.of(), null, null);
    }
    String bare = choices.group(2).strip();
    var labels = Arrays.asList(bare.substring(1, bare.length() - 1).split("\\] ?\\["));
    return new TalkLine(turn.at(), "us", "", choices.group(1), labels, null, null);
  }

  /// A message that did not arrive and of which no more is known.
  static TalkLine alone(String text, Undelivered lost) {
    return new TalkLine(lost.since(), "us", "", text, List.of(), null, lost);
  }

  TalkLine lost(Undelivered why) {
    return new TalkLine(at, who, officer, text, choices, file, why);
  }

  /// The same of words that were kept, with the name of a file as officers' words have it.
  boolean says(String words) {
    return switch (who) {
      case "staff" -> text.equals(words);
      case "us" -> !text.isEmpty() && text.contains(words);
      default -> false;
    };
  }

  /// Whether this is what was to be sent, or holds it.
  boolean says(Bubble bubble) {
    Bubble.Attachment sent = bubble.attachment();
    return switch (who) {
      case "staff" ->
          sent == null ? text.equals(bubble.text()) : text.endsWith('(' + sent.name() + ')');
      case "us" -> !text.isEmpty() && text.contains(bubble.text());
      default -> false;
    };
  }

  /// Whether they were not to be reached any more and did nothing since.
  static boolean gone(List<TalkLine> lines) {
    return lines.stream()
        .map(TalkLine::who)
        .filter(who -> who.equals("gone") || who.equals("them"))
        .reduce("", (_, later) -> later)
        .equals("gone");
  }

  /// Those that hold some words.
  static List<TalkLine> holding(List<TalkLine> lines, String words) {
    String sought = words.toLowerCase(Locale.ROOT);
    return lines.stream()
        .filter(line -> line.text().toLowerCase(Locale.ROOT).contains(sought))
        .toList();
  }

  /// Where the conversation stands, `enroll.nik`; empty when nothing is asked.
  static String state(Conversations.Opened opened) {
    return opened.turns().isEmpty() ? "" : opened.turns().getLast().state();
  }
}
