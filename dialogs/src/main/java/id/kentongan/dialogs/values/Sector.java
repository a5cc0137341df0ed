package id.kentongan.dialogs.values;

/// Decides which discount applies: drivers and couriers have their own dates.
public enum Sector {
  TRANSPORT,
  OTHER
}
