package id.kentongan.bench;

import id.kentongan.bot.bench.Script;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.ear.Ear;
import id.kentongan.integrations.content.EarFiles;
import id.kentongan.integrations.content.YamlContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the program brings: its content, its trained Ear, and the dialog that the benchmarks play.
final class House {
  private static final Path HOME = Path.of(System.getProperty("kentongan.home", ".."));
  private static final String NIK = "3510012505850001";

  private House() {}

  static Content content() {
    return YamlContent.load(HOME.resolve("config")).content();
  }

  static EarFiles language() {
    return new EarFiles(HOME.resolve("config"));
  }

  static Ear ear() {
    EarFiles language = language();
    return language.ears().apply(language.model(HOME.resolve("models")));
  }

  /// The lines of a whole enrolment.
  static List<Script.Line> enrolment() {
    var lines = new ArrayList<Script.Line>();
    for (Script.Line line : Script.read(HOME.resolve("bench/enrolment.json")).lines()) {
      lines.add(new Script.Line(line.act(), line.text().replace("{nik}", NIK), line.expect()));
    }
    return lines;
  }
}
