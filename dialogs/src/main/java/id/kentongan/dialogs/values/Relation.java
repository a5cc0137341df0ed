package id.kentongan.dialogs.values;

/// What the sender is to the person who died. The words shown are content.
public enum Relation {
  WIFE("istri"),
  HUSBAND("suami"),
  CHILD("anak"),
  PARENT("orang tua"),
  GRANDCHILD("cucu"),
  GRANDPARENT("kakek/nenek"),
  SIBLING("saudara kandung"),
  PARENT_IN_LAW("mertua"),
  WILL("penerima wasiat"),
  OTHER("lainnya");

  private final String value;

  Relation(String value) {
    this.value = value;
  }

  /// The value as the command line prints it.
  public String value() {
    return value;
  }
}
