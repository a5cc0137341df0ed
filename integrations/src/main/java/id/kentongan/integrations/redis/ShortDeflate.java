package id.kentongan.integrations.redis;

import java.util.Arrays;

/// Deflates short texts after a dictionary that never changes: one block in the fixed code, as any
/// inflater reads it. Not for more than [#MOST] bytes. Used by one thread.
///
/// why not the JDK's deflater: it clears 128 KB and learns the dictionary anew for each text, which
/// is most of its work when a text has 500 bytes. Zstandard with a digested dictionary is as quick,
/// but packs to a seventh more, is a native library more, and no older node could read it.
///
/// Source: https://www.rfc-editor.org/rfc/rfc1951
final class ShortDeflate {
  static final int MOST = 8_192;

  private static final int LEAST_MATCH = 4;
  private static final int LONGEST_MATCH = 258;
  private static final int HASH_BITS = 12;
  private static final int CHAIN = 6;
  private static final int END = 256;

  private final byte[] window;
  private final int begin;

  /// The last place of a hash in the dictionary and in the text, and the place before each; 0 for
  /// none.
  private final short[] learnt = new short[1 << HASH_BITS];

  private final short[] last = new short[1 << HASH_BITS];
  private final short[] before;
  private byte[] out = new byte[1024];
  private int length;
  private long bits;
  private int held;

  ShortDeflate(byte[] dictionary) {
    if (dictionary.length + MOST > Short.MAX_VALUE) {
      throw new IllegalArgumentException("the dictionary is too long");
    }
    this.begin = dictionary.length;
    this.window = Arrays.copyOf(dictionary, begin + MOST);
    this.before = new short[begin + MOST];
    for (int at = 1; at + LEAST_MATCH <= begin; at++) {
      note(at);
    }
    System.arraycopy(last, 0, learnt, 0, last.length);
  }

  byte[] pack(byte[] text) {
    int end = begin + text.length;
    System.arraycopy(text, 0, window, begin, text.length);
    System.arraycopy(learnt, 0, last, 0, last.length);
    if (out.length < text.length * 9 / 8 + 16) {
      out = new byte[text.length * 2 + 16];
    }
    length = 0;
    put(0b011, 3);
    int at = begin;
    while (at < end) {
      int found = end - at < LEAST_MATCH ? 0 : match(at, end);
      if (found == 0) {
        symbol(window[at] & 0xff);
        note(at++, end);
      } else {
        int size = found & 0xffff;
        copy(size, found >>> 16);
        for (int passed = at + size; at < passed; at++) {
          note(at, end);
        }
      }
    }
    symbol(END);
    put(0, (8 - held) & 7);
    return Arrays.copyOf(out, length);
  }

  private void note(int at, int end) {
    if (at + LEAST_MATCH <= end) {
      note(at);
    }
  }

  private void note(int at) {
    int hash = hash(at);
    before[at] = last[hash];
    last[hash] = (short) at;
  }

  private int hash(int at) {
    int four =
        (window[at] & 0xff)
            | ((window[at + 1] & 0xff) << 8)
            | ((window[at + 2] & 0xff) << 16)
            | ((window[at + 3] & 0xff) << 24);
    return (four * 0x9E3779B1) >>> (32 - HASH_BITS);
  }

  /// Distance in the upper half, length in the lower; 0 when nothing said before is the same.
  private int match(int at, int end) {
    int most = Math.min(LONGEST_MATCH, end - at);
    int best = LEAST_MATCH - 1;
    int distance = 0;
    int there = last[hash(at)];
    for (int tries = CHAIN; there != 0 && tries > 0; tries--) {
      if (best < most && window[there + best] == window[at + best]) {
        int same = Arrays.mismatch(window, there, there + most, window, at, at + most);
        int size = same < 0 ? most : same;
        if (size > best) {
          best = size;
          distance = at - there;
        }
      }
      there = before[there];
    }
    return distance == 0 ? 0 : (distance << 16) | best;
  }

  /// A literal or the end, in the fixed code.
  private void symbol(int value) {
    if (value < 144) {
      put(reversed(0x30 + value, 8), 8);
    } else if (value < END) {
      put(reversed(0x190 + value - 144, 9), 9);
    } else if (value < 280) {
      put(reversed(value - END, 7), 7);
    } else {
      put(reversed(0xc0 + value - 280, 8), 8);
    }
  }

  /// As many bytes as stood so far back.
  private void copy(int size, int distance) {
    if (size == LONGEST_MATCH) {
      symbol(285);
    } else {
      coded(size - 3, 2, 257, true);
    }
    coded(distance - 1, 1, 0, false);
  }

  /// why: lengths and distances are coded alike, four and two values to each number of extra bits.
  private void coded(int value, int kept, int base, boolean asSymbol) {
    int extra = Math.max(0, 31 - Integer.numberOfLeadingZeros(value | 1) - kept);
    int code = base + (extra << kept) + (value >> extra);
    if (asSymbol) {
      symbol(code);
    } else {
      put(reversed(code, 5), 5);
    }
    put(value & ((1 << extra) - 1), extra);
  }

  /// Codes stand with their highest bit first, all else with the lowest.
  private static int reversed(int code, int size) {
    return Integer.reverse(code) >>> (32 - size);
  }

  private void put(int value, int size) {
    bits |= (long) value << held;
    held += size;
    while (held >= 8) {
      out[length++] = (byte) bits;
      bits >>>= 8;
      held -= 8;
    }
  }
}
