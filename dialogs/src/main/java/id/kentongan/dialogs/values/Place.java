package id.kentongan.dialogs.values;

import java.time.ZoneId;

/// A village by its Kemendagri code `PP.KK.CC.DDDD`, with the names a person needs to tell it from
/// another of the same name, and its time zone.
public record Place(String code, String village, String district, String regency, ZoneId zone) {
  /// e.g. `Tegaldlimo, Kec. Tegaldlimo, Banyuwangi`.
  public String full() {
    return village + ", Kec. " + district + ", " + regency;
  }
}
