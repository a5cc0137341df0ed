package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.ear.parse.Parsers;
import id.kentongan.dialogs.ear.parse.ValueWords;

/// Makes content of the content files, and finds every fault in them.
public final class ContentReader {

  private ContentReader() {}

  public static Loaded read(ContentSource source) {
    var faults = new Faults();
    Rules rules = RulesReader.read(source, faults);
    Tariffs tariffs = TariffsReader.read(source, faults);
    Words words = WordsReader.read(source, faults);
    var content =
        new Content(
            words,
            ParticularsReader.read(words, source.intents(), faults),
            AnswersReader.read(source, faults),
            tariffs,
            RegionsReader.read(source, rules, words, faults),
            PapersReader.read(source, faults),
            rules,
            OfficesReader.read(source, faults),
            new Parsers(new ValueWords(words), OccupationsReader.read(source, faults)));
    boolean counts = faults.none(file -> file.startsWith("tariffs") || file.equals("rules.yaml"));
    CrossCheck.labels(content, source.intents(), faults);
    if (counts) {
      CrossCheck.figures(content, faults);
    }
    return new Loaded(content, faults.all());
  }
}
