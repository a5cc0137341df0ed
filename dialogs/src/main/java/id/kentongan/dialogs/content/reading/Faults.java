package id.kentongan.dialogs.content.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Gathers faults while reading, so that all are told together.
final class Faults {
  private final List<Fault> found = new ArrayList<>();

  void add(String file, String key, Phrase.Said wrong, Phrase.Said allowed) {
    found.add(new Fault(file, key, wrong, allowed));
  }

  void add(Fault fault) {
    found.add(fault);
  }

  boolean none(Predicate<String> file) {
    return found.stream().noneMatch(fault -> file.test(fault.file()));
  }

  List<Fault> all() {
    return List.copyOf(found);
  }
}
