package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.content.reading.Fault;
import id.kentongan.dialogs.content.reading.Phrase;
import id.kentongan.dialogs.content.reading.Should;
import id.kentongan.dialogs.values.Language;
import java.util.function.Supplier;

/// What is wrong with a draft, as an editor reads it in Indonesian: the file's key, what it is,
/// what it should be.
final class FaultWords {
  private final Supplier<Words> words;

  FaultWords(Supplier<Words> words) {
    this.words = words;
  }

  /// A fault in words.
  record Told(String file, String key, String wrong, String should) {}

  Told of(Fault fault) {
    // why: a file that is no YAML has no key, and "YAML" helps nobody who does not know it.
    return fault.allowed().phrase() == Should.YAML
        ? new Told(fault.file(), "", say(fault.wrong()), "")
        : new Told(fault.file(), fault.key(), say(fault.wrong()), say(fault.allowed()));
  }

  private String say(Phrase.Said said) {
    String key = "console.fault." + said.phrase().key();
    return words.get().say(Language.INDONESIAN, key, said.named());
  }
}
