package id.kentongan.dialogs.content;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Place;
import java.util.Optional;

/// The villages known, found by name as people type it.
public interface Places {
  /// A village by name, with its district or regency when the person names one; ambiguous when
  /// several bear the name.
  Parsed<Place> find(String text);

  Optional<Place> byCode(String code);

  /// Whether a district code as a NIK begins with is known. Never a reason to refuse: codes change.
  boolean knowsDistrict(String code);
}
