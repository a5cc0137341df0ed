package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.mind.enroll.EnrollOther;
import id.kentongan.dialogs.mind.member.Remind;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Rupiah;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How an agent's people are told, and how an agent's reminder reads to whom it is for.
public final class RecapText {
  private static final int LINES = 10;

  /// What a list row holds, so that it fits every channel.
  private static final int LABEL = 20;

  private RecapText() {}

  static void recap(Scene scene, Answer.RecapRead recap, String period) {
    int enrolled = recap.villages().stream().mapToInt(Answer.RecapLine::enrolled).sum();
    int paid = recap.villages().stream().mapToInt(Answer.RecapLine::paid).sum();
    int waiting = recap.villages().stream().mapToInt(Answer.RecapLine::waiting).sum();
    scene.say(
        enrolled == 0 ? "recap.none" : "recap.total",
        "masa",
        period,
        "daftar",
        Integer.toString(enrolled),
        "bayar",
        Integer.toString(paid),
        "tunggu",
        Integer.toString(waiting));
    if (recap.villages().size() > 1) {
      scene.sayText(villages(scene, recap.villages()));
    }
    Rupiah fee = scene.content().rules().enrolment().agentFee();
    if (fee.amount() > 0 && paid > 0) {
      scene.say(
          "recap.fee",
          "jumlah",
          fee.times(paid).toString(),
          "n",
          Integer.toString(paid),
          "satuan",
          fee.toString());
    }
    if (recap.due() > 0) {
      scene.say("recap.due", "n", Integer.toString(recap.due()));
      scene.askText(scene.choices("do." + AgentRecap.DUE, Commands.MENU), "");
    } else {
      scene.askText(scene.choices("do." + EnrollOther.INTENT, Commands.MENU), "");
    }
  }

  /// `about` is the name looked for; empty for those to be reminded.
  static void clients(Scene scene, Answer.ClientsRead read, String about) {
    var people = read.clients();
    if (people.isEmpty()) {
      scene.say(about.isEmpty() ? "recap.none-due" : "recap.not-found", "nama", about);
      scene.askText(scene.choices("do." + AgentRecap.INTENT, Commands.MENU), "");
      return;
    }
    String lines = people.stream().map(c -> client(scene, c)).collect(Collectors.joining("\n"));
    scene.say(about.isEmpty() ? "recap.due-list" : "recap.found", "nama", about, "isi", lines);
    var choices = new ArrayList<Choice>();
    people.stream().filter(Answer.Client::due).forEach(c -> choices.add(remind(scene, c)));
    if (read.next() > 0) {
      choices.add(
          new Choice("do." + AgentRecap.DUE + ':' + read.next(), scene.words("recap.next")));
    }
    choices.add(scene.choice(Commands.MENU));
    scene.askText(choices, "");
  }

  static void reminded(Scene scene, Answer.ClientReminded reminded) {
    String outcome = reminded.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    scene.say("recap.reminded." + outcome, "nama", reminded.name());
    scene.askText(scene.choices("do." + AgentRecap.DUE, Commands.MENU), "");
  }

  /// What an agent's reminder says to the one reminded; with buttons when nothing else is asked.
  public static void remind(Scene scene, Notice.AgentReminds reminds, boolean idle) {
    YearMonth paidUntil = reminds.paidUntil();
    Rupiah amount = reminds.amount();
    boolean late = paidUntil != null && paidUntil.isBefore(scene.month());
    String key = paidUntil == null ? "first" : reminds.lapsed() ? "lapsed" : late ? "late" : "soon";
    scene.say(
        "reminder.agent." + key,
        "agen",
        reminds.agent(),
        "wadah",
        reminds.organisation(),
        "nama",
        reminds.name(),
        "sampai",
        paidUntil == null ? "" : Prices.month(paidUntil));
    if (amount != null && !reminds.lapsed()) {
      scene.say(
          paidUntil == null ? "reminder.agent.amount" : "reminder.price",
          "bulan",
          paidUntil == null ? "" : Prices.month(paidUntil.plusMonths(1)),
          "iuran",
          amount.toString());
    }
    if (idle) {
      scene.askText(scene.choices("do.ask.payment", Remind.TAP_NONE), "");
    }
  }

  private static String villages(Scene scene, List<Answer.RecapLine> villages) {
    var lines = new ArrayList<String>();
    villages.stream().limit(LINES).forEach(line -> lines.add(village(scene, line)));
    if (villages.size() > LINES) {
      lines.add(scene.words("recap.more", "n", Integer.toString(villages.size() - LINES)));
    }
    return String.join("\n", lines);
  }

  private static String village(Scene scene, Answer.RecapLine line) {
    return scene.words(
        "recap.village",
        "desa",
        name(scene, line.village()),
        "daftar",
        Integer.toString(line.enrolled()),
        "bayar",
        Integer.toString(line.paid()),
        "tunggu",
        Integer.toString(line.waiting()));
  }

  private static String client(Scene scene, Answer.Client client) {
    YearMonth paidUntil = client.paidUntil();
    return scene.words(
        paidUntil == null ? "recap.client" : "recap.client-paid",
        "nama",
        client.name(),
        "desa",
        name(scene, client.village()),
        "keadaan",
        scene.words("matter." + client.state()),
        "sampai",
        paidUntil == null ? "" : Prices.month(paidUntil));
  }

  private static Choice remind(Scene scene, Answer.Client client) {
    String label = scene.words("recap.remind", "nama", client.name());
    return new Choice(
        "do." + AgentRecap.REMIND + ':' + client.number(),
        label.substring(0, Math.min(LABEL, label.length())).strip());
  }

  private static String name(Scene scene, String code) {
    return scene.content().places().byCode(code).map(Place::village).orElse(code);
  }
}
