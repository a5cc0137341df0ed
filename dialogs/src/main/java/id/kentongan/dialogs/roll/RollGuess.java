package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.roll.RollPieces.Piece;
import id.kentongan.dialogs.values.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which piece of a row without headings is which: by its shape, then among the words the name
/// first, the occupation where one is known, and the rest the village.
final class RollGuess {
  private final Content content;
  private final Map<RollField, String> told = new EnumMap<>(RollField.class);

  private RollGuess(Content content) {
    this.content = content;
  }

  static Map<RollField, String> of(List<String> cells, Content content) {
    var guess = new RollGuess(content);
    guess.read(RollPieces.of(cells, content.parsers()));
    return guess.told;
  }

  private void read(List<Piece> pieces) {
    var words = new ArrayList<String>();
    for (Piece piece : pieces) {
      RollField field = piece.field();
      if (field == null) {
        words.add(piece.text());
      } else if (field == RollField.OCCUPATION && told.containsKey(field)) {
        words.add(piece.text());
      } else {
        told.putIfAbsent(field, piece.text());
      }
    }
    if (words.size() > 1 && place(words.getFirst()) && !place(words.get(1))) {
      words.add(words.removeFirst());
    }
    if (!words.isEmpty() && !told.containsKey(RollField.NAME)) {
      told.put(RollField.NAME, words.removeFirst());
    }
    if (!told.containsKey(RollField.OCCUPATION)) {
      words.stream()
          .filter(this::occupation)
          .findFirst()
          .ifPresent(
              text -> {
                words.remove(text);
                told.put(RollField.OCCUPATION, text);
              });
    }
    if (!words.isEmpty() && !told.containsKey(RollField.VILLAGE)) {
      told.put(RollField.VILLAGE, village(words));
    }
  }

  /// All the words where they are a place together, else the last that is one, else those before a
  /// remark (`Kedungasri, Tegaldlimo, sudah bayar`).
  private String village(List<String> words) {
    String all = String.join(", ", words);
    Stream<String> fewer =
        IntStream.range(1, words.size())
            .mapToObj(without -> String.join(", ", words.subList(0, words.size() - without)));
    return Stream.concat(Stream.of(all, words.getLast()), fewer)
        .filter(this::one)
        .findFirst()
        .orElse(all);
  }

  private boolean occupation(String text) {
    return content.parsers().occupation(text) instanceof Parsed.Value && !one(text);
  }

  private boolean one(String text) {
    return content.places().find(text) instanceof Parsed.Value<Place>;
  }

  private boolean place(String text) {
    return !(content.places().find(text) instanceof Parsed.Invalid<Place>);
  }
}
