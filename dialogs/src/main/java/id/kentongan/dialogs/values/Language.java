package id.kentongan.dialogs.values;

/// A language the Ear tells apart. `code` names the folders in `config/words` and `config/corpus`.
/// Sundanese and others are recognised, and answered in Indonesian.
public enum Language {
  INDONESIAN("id"),
  JAVANESE("jv"),
  BANJAR("bjn"),
  MADURESE("mad"),
  PALEMBANG("plm"),
  SUNDANESE("su"),
  OTHER("other");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
