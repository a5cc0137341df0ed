package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Places;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Place;
import java.util.ArrayList;
import java.util.List;

/// Villages as an officer types them, one a line: `Kedungasri, Tegaldlimo`, or by their Kemendagri
/// codes. `codes` is what they are; `unclear` the first line that names none, or several, which are
/// then in `meant`.
record AskedVillages(List<String> codes, String unclear, List<Place> meant) {
  private static final String CODES = "[0-9][0-9.]{9,12}([\\s,]+[0-9][0-9.]{9,12})*";

  static AskedVillages read(Places places, String text) {
    var codes = new ArrayList<String>();
    for (String line : text.split("[\n;]")) {
      String asked = line.strip();
      if (asked.matches(CODES)) {
        for (String code : asked.split("[\\s,]+")) {
          if (places.byCode(code).isEmpty()) {
            return new AskedVillages(List.of(), code, List.of());
          }
          codes.add(code);
        }
      } else if (!asked.isEmpty()) {
        switch (places.find(asked)) {
          case Parsed.Value<Place>(Place place) -> codes.add(place.code());
          case Parsed.Ambiguous<Place>(List<Place> meant) -> {
            return new AskedVillages(List.of(), asked, meant);
          }
          case Parsed.Invalid<Place> _ -> {
            return new AskedVillages(List.of(), asked, List.of());
          }
        }
      }
    }
    return new AskedVillages(codes.stream().distinct().toList(), "", List.of());
  }
}
