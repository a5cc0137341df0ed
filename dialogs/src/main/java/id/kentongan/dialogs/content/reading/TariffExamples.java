package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// The worked examples of a tariff file: what they say must be what the calculator says.
final class TariffExamples {
  private static final Map<String, Programme> PROGRAMMES =
      Map.of("jkk", Programme.JKK, "jkm", Programme.JKM, "jht", Programme.JHT);

  private TariffExamples() {}

  static void check(Node file, Tariffs tariffs) {
    Node examples = file.at("examples");
    if (examples.items().isEmpty()) {
      examples.fault(Wrong.NO_EXAMPLE.of(), Should.EXAMPLE.of());
    }
    examples.items().forEach(example -> example(example, tariffs));
  }

  private static void example(Node node, Tariffs tariffs) {
    node.only("income", "sector", "programmes", "first", "months", "total");
    Rupiah income = TariffsReader.rupiah(node.at("income"));
    Sector sector = node.at("sector").one(TariffsReader.SECTORS, Sector.OTHER);
    Set<Programme> programmes = EnumSet.noneOf(Programme.class);
    for (Node programme : node.at("programmes").items()) {
      programmes.add(programme.one(PROGRAMMES, Programme.JKK));
    }
    YearMonth first = TariffsReader.month(node.at("first"), YearMonth.of(1, 1));
    int months = node.at("months").integer(1);
    Rupiah said = TariffsReader.rupiah(node.at("total"));
    try {
      Rupiah total = tariffs.price(sector, income, programmes, first, months).total();
      if (!total.equals(said)) {
        node.fault(Wrong.TOTAL.of(total.amount(), said.amount()), Should.SO.of());
      }
    } catch (IllegalStateException | ArithmeticException e) {
      node.fault(Wrong.UNRECKONED.of(String.valueOf(e.getMessage())), Should.PRICED.of());
    }
  }
}
