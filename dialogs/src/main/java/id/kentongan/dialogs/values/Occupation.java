package id.kentongan.dialogs.values;

/// An occupation by its common name, e.g. `petani`, and the sector that decides the discount.
public record Occupation(String name, Sector sector) {}
