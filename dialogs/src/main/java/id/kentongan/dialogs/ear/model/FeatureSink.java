package id.kentongan.dialogs.ear.model;

/// Takes the features of a message as they are found.
interface FeatureSink {
  void add(FeatureKind kind, CharSequence name);
}
