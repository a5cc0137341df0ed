package id.kentongan.integrations.redis;

import io.lettuce.core.cluster.SlotHash;
import java.util.ArrayList;
import java.util.List;

/// Where the shards lie among a cluster's 16,384 slots, and how masters share them.
final class Slots {
  private static final int COUNT = SlotHash.SLOT_COUNT;

  private Slots() {}

  /// From the first slot to the last.
  record Range(int first, int last) {}

  static int of(String shard) {
    return SlotHash.getSlot(new Shard(shard).lease());
  }

  /// As many parts without gaps, so that each has as many shards as another or one more.
  ///
  /// why: equal numbers of slots would give one of three masters 14 shards of 32.
  static List<Range> shared(int masters) {
    int[] taken = Shard.names().stream().mapToInt(Slots::of).sorted().toArray();
    var ranges = new ArrayList<Range>();
    int first = 0;
    for (int master = 1; master <= masters; master++) {
      int end = master == masters ? COUNT : taken[taken.length * master / masters];
      ranges.add(new Range(first, end - 1));
      first = end;
    }
    return ranges;
  }
}
