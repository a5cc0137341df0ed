package id.kentongan.dialogs.content;

import id.kentongan.dialogs.ear.parse.Parsers;

/// All content at one moment, replaced as a whole when something is published.
public record Content(
    Words words,
    Particulars particulars,
    Answers answers,
    Tariffs tariffs,
    Places places,
    Papers papers,
    Rules rules,
    Offices offices,
    Parsers parsers) {
  public Occupations occupations() {
    return parsers.occupations();
  }

  /// The same where no more than this reaches a phone by its number.
  public Content reaching(Rules.Reach most) {
    return new Content(
        words,
        particulars,
        answers,
        tariffs,
        places,
        papers,
        rules.reaching(most),
        offices,
        parsers);
  }

  /// The same where other places are known.
  public Content within(Places other) {
    return new Content(
        words, particulars, answers, tariffs, other, papers, rules, offices, parsers);
  }
}
