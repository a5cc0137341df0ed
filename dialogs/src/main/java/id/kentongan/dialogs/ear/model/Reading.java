package id.kentongan.dialogs.ear.model;

import id.kentongan.dialogs.ear.Expressions;
import id.kentongan.dialogs.ear.LightStemmer;
import java.nio.CharBuffer;
import java.util.TreeSet;

/// One message being read word by word, each followed by its tags; tells the sink its features.
final class Reading {
  private static final String START = "^";
  private static final String END = "$";
  private static final int SHORTEST = 2;
  private static final int LONGEST = 4;
  private static final int FEWEST_BONES = 3;
  private static final int FEWEST_DIGITS = 8;
  private static final int[] LENGTHS = {1, 2, 3, 6, 11};

  private final FeatureSink sink;
  private final TreeSet<String> tags = new TreeSet<>();
  private String before = "";
  private String last = START;
  private String sense = START;
  private String lastSense = "";
  private int words;

  Reading(FeatureSink sink) {
    this.sink = sink;
  }

  void word(String written) {
    String word = identifier(written) ? Integer.toString(written.length()) : written;
    String stem = LightStemmer.stem(word);
    sink.add(FeatureKind.WORD, word);
    sink.add(FeatureKind.STEM, stem);
    sink.add(FeatureKind.PAIR, last + " " + word);
    if (!before.isEmpty()) {
      sink.add(FeatureKind.GAP, before + " " + word);
    }
    letters("<" + word + ">");
    bones(word);
    before = words == 0 ? "" : last;
    last = word;
    words++;
    sense(stem);
  }

  /// A NIK, a telephone or an account: which one it is tells nothing, only that it is there.
  private static boolean identifier(String word) {
    return word.length() >= FEWEST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// A tag of the word just read; its first one is the word's sense.
  void tag(String tag) {
    if (tags.add(tag)) {
      sink.add(FeatureKind.TAG, tag);
    }
    if (sense.charAt(0) != Expressions.TAG) {
      sense = tag;
    }
  }

  void end() {
    sink.add(FeatureKind.PAIR, last + " " + END);
    sense(END);
    pair(END);
    sink.add(FeatureKind.LENGTH, length());
    for (String tag : tags) {
      for (String other : tags.tailSet(tag, false)) {
        sink.add(FeatureKind.TAGS, tag + other);
      }
    }
  }

  /// The sense of the word before is known only now that its tags have been read.
  private void sense(String next) {
    if (!lastSense.isEmpty()) {
      pair(sense);
    }
    lastSense = sense;
    sense = next;
  }

  private void pair(String next) {
    sink.add(FeatureKind.SENSES, lastSense + " " + next);
  }

  /// `daftar`, `daptar` and `dftr`: too few consonants tell nothing.
  private void bones(String word) {
    String bones = WordBones.of(word);
    if (bones.length() >= FEWEST_BONES) {
      sink.add(FeatureKind.BONES, bones);
    }
  }

  private String length() {
    int step = 0;
    while (step < LENGTHS.length && words > LENGTHS[step]) {
      step++;
    }
    return Integer.toString(step);
  }

  private void letters(String marked) {
    for (int length = SHORTEST; length <= LONGEST; length++) {
      for (int i = 0; i + length <= marked.length(); i++) {
        sink.add(FeatureKind.LETTERS, CharBuffer.wrap(marked, i, i + length));
      }
    }
  }
}
