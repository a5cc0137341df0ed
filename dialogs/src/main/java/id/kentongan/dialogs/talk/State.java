package id.kentongan.dialogs.talk;

/// What the bot waits for, with exactly what later steps need. Each dialog owns a sealed family of
/// these records beside its code; the registry `Dialogs` knows every family.
public interface State {
  /// The dialog it belongs to, e.g. `enroll`.
  String dialog();

  /// What is waited for within the dialog, e.g. `nik`.
  String name();
}
