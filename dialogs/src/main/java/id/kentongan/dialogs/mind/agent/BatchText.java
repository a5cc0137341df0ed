package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.content.Tariffs.Month;
import id.kentongan.dialogs.content.Tariffs.Price;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.BatchStand.Counts;
import id.kentongan.dialogs.talk.BatchStand.Known;
import id.kentongan.dialogs.talk.BatchStand.Share;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What an agent is told of a list: how many rows are where, who needs no enrolling, what it costs.
final class BatchText {
  /// More rows than these are told by their number; the table names all.
  private static final int NAMED = 5;

  /// Numbers by which a person or a phone is known, in the groups that people write them in.
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<!\\d)(?:\\d{4}(?:[ .-]\\d{4}){3}|\\d{6}[ .-]\\d{6}[ .-]\\d{4}|\\d{9,}"
              + "|0\\d{2,4}(?:[ -]\\d{3,5}){1,3})(?!\\d)");

  private BatchText() {}

  static void after(Scene scene) {
    scene.askText(scene.choices("do." + Batch.INTENT, "do.ask.payment", Commands.MENU), "");
  }

  /// `27 siap didaftarkan, 3 perlu dibetulkan`: the counts that are not zero.
  static String parts(Scene scene, BatchStand stand) {
    Counts c = stand.counts();
    var parts = new ArrayList<String>();
    part(scene, parts, "enrolled", c.enrolled());
    part(scene, parts, "ready", c.ready());
    part(scene, parts, "faulty", c.faulty());
    part(scene, parts, "known", c.known());
    part(scene, parts, "refused", c.refused());
    part(scene, parts, "skipped", c.skipped());
    return String.join(", ", parts);
  }

  /// As people write it: `1.207`.
  static String number(int n) {
    return String.format(Locale.ROOT, "%,d", n).replace(',', '.');
  }

  private static void part(Scene scene, List<String> parts, String key, int n) {
    if (n > 0) {
      parts.add(scene.words("batch.part." + key, "n", number(n)));
    }
  }

  /// Names the rows that need no enrolling, the first of them with their names.
  static void known(Scene scene, List<Known> known) {
    if (known.isEmpty()) {
      return;
    }
    var lines = new ArrayList<String>();
    known.stream().limit(NAMED).forEach(row -> lines.add(line(scene, row)));
    if (known.size() > NAMED) {
      lines.add(scene.words("batch.known.more", "n", number(known.size() - NAMED)));
    }
    scene.say("batch.known.these", "daftar", String.join("\n", lines));
  }

  private static String line(Scene scene, Known row) {
    String why = row.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return scene.words(
        "batch.known." + why,
        "baris",
        where(scene, row.spot()),
        "nama",
        row.name(),
        "lain",
        other(scene, row));
  }

  /// Where the same person is: in the list, as `1:3` of its first part's third line, or elsewhere.
  private static String other(Scene scene, Known row) {
    String[] spot = row.other().split(":", 2);
    return row.why() == Known.Why.IN_LIST && spot.length == 2
        ? where(scene, new BatchStand.Spot(Integer.parseInt(spot[0]), Integer.parseInt(spot[1])))
            .toLowerCase(Locale.ROOT)
        : row.other();
  }

  static String where(Scene scene, BatchStand.Spot spot) {
    return spot.source() == 1
        ? scene.words("batch.where", "n", number(spot.line()))
        : scene.words("batch.where-of", "n", number(spot.line()), "kiriman", "" + spot.source());
  }

  /// A row as it was written, its numbers by their first and last four digits.
  static String masked(String quoted) {
    return NUMBERS.matcher(quoted).replaceAll(BatchText::masked);
  }

  private static String masked(MatchResult number) {
    String digits = number.group().replaceAll("\\D", "");
    return digits.substring(0, 4) + "••••" + digits.substring(digits.length() - 4);
  }

  static void confirm(Scene scene, Batch.Planning plan) {
    BatchStand stand = plan.stand();
    Price price = price(scene, stand, plan.programmes(), plan.months());
    scene.ask(
        scene.choices("batch.yes", BatchSponsor.VILLAGE, "batch.no"),
        "batch.ask.confirm",
        "n",
        number(stand.counts().ready()),
        "program",
        Prices.programmes(scene, plan.programmes()),
        "rincian",
        Prices.lines(scene, price) + assumed(scene, stand),
        "total",
        price.total().toString(),
        "pengendali",
        scene.content().rules().consent().controller());
  }

  static String assumed(Scene scene, BatchStand stand) {
    int n = stand.counts().assumed();
    Rupiah least = scene.content().tariffs().tariff(scene.month()).bands().getFirst().base();
    return n == 0
        ? ""
        : "\n" + scene.words("batch.assumed", "n", number(n), "upah", least.toString());
  }

  /// What all who are ready pay together, by month from this one on.
  static Price price(Scene scene, BatchStand stand, Set<Programme> programmes, int months) {
    return price(scene.content().tariffs(), scene.month(), stand, programmes, months);
  }

  static Price price(
      Tariffs tariffs, YearMonth first, BatchStand stand, Set<Programme> programmes, int months) {
    var sums = new ArrayList<Month>();
    Rupiah total = Rupiah.ZERO;
    for (Share share : stand.shares()) {
      Price one = tariffs.price(share.sector(), share.monthly(), programmes, first, months);
      for (int i = 0; i < months; i++) {
        Month more = times(one.months().get(i), share.people());
        if (i < sums.size()) {
          sums.set(i, plus(sums.get(i), more));
        } else {
          sums.add(more);
        }
      }
      total = total.plus(one.total().times(share.people()));
    }
    return new Price(List.copyOf(sums), total);
  }

  private static Month times(Month m, int people) {
    return new Month(
        m.month(),
        m.jkk().times(people),
        m.jkm().times(people),
        m.jht().times(people),
        m.total().times(people),
        m.discounted());
  }

  private static Month plus(Month a, Month b) {
    return new Month(
        a.month(),
        a.jkk().plus(b.jkk()),
        a.jkm().plus(b.jkm()),
        a.jht().plus(b.jht()),
        a.total().plus(b.total()),
        // why: a discount is told only where all have it
        a.discounted() && b.discounted());
  }
}
