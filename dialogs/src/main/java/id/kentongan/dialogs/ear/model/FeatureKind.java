package id.kentongan.dialogs.ear.model;

/// What a feature is made of, and how much one counts beside the others.
enum FeatureKind {
  WORD('w', 1f),
  STEM('s', 1.5f),
  PAIR('p', 1f),
  /// Two words with one between them.
  GAP('g', 1f),
  LETTERS('l', 0.8f),
  /// A word without its vowels, as people shorten it and as dialects change it.
  BONES('k', 0.8f),
  /// The tag of a known expression.
  TAG('t', 1.5f),
  /// Two tags of one message, in the order of the alphabet.
  TAGS('b', 1f),
  /// Two neighbours, each by its tag, or by its stem where it has none.
  SENSES('q', 1.2f),
  /// How many words there are, roughly.
  LENGTH('n', 0.5f);

  private final char code;
  private final float weight;

  FeatureKind(char code, float weight) {
    this.code = code;
    this.weight = weight;
  }

  char code() {
    return code;
  }

  float weight() {
    return weight;
  }

  static FeatureKind of(char code) {
    for (FeatureKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of feature: " + code);
  }
}
