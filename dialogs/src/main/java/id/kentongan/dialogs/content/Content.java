package id.kentongan.dialogs.content;

/// All content at one moment, replaced as a whole when something is published.
public record Content(
    Words words,
    Answers answers,
    Tariffs tariffs,
    Places places,
    Papers papers,
    Rules rules,
    Offices offices,
    Occupations occupations) {}
