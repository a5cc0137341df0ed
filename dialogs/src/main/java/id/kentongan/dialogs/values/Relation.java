package id.kentongan.dialogs.values;

import java.util.Optional;
import java.util.stream.Stream;

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

  /// The one of this name, however it is written.
  public static Optional<Relation> named(String name) {
    return Stream.of(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  /// The value as the command line prints it.
  public String value() {
    return value;
  }
}
