package id.kentongan.dialogs.values;

/// Whose money pays a worker's contributions: their own, the village's (ADD, APBDes, Dana Desa),
/// the government's (APBN, APBD), or a donor's.
public enum Payer {
  SELF,
  VILLAGE,
  GOVERNMENT,
  DONOR
}
