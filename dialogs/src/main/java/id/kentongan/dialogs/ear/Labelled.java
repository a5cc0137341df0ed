package id.kentongan.dialogs.ear;

/// One line of the corpus: what somebody wrote, in which language (a code, `id`), and what it
/// means. `intent` is empty where a line teaches its language only.
public record Labelled(String language, String intent, String text) {}
