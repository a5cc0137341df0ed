package id.kentongan.bot.postman;

import java.util.LinkedHashSet;

/// The last few thousand entries that were read.
final class Recent {
  private static final int MOST = 4_000;

  private final LinkedHashSet<String> entries = new LinkedHashSet<>();

  void add(String entry) {
    entries.add(entry);
    if (entries.size() > MOST) {
      entries.removeFirst();
    }
  }

  boolean contains(String entry) {
    return entries.contains(entry);
  }
}
