package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.Sponsored;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Rupiah;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How lists that the village pays for are told.
public final class SponsorText {
  private static final int OFFERED = 2;

  private SponsorText() {}

  static void all(Scene scene, List<Sponsored> all) {
    if (all.isEmpty()) {
      scene.say("sponsor.none");
      scene.askText(scene.choices("do." + Batch.INTENT, Commands.MENU), "");
      return;
    }
    scene.say(
        "sponsor.list",
        "isi",
        all.stream().map(one -> line(scene, one)).collect(Collectors.joining("\n")));
    rest(scene, all);
    var choices = new ArrayList<Choice>();
    all.stream()
        .filter(one -> one.state() == Sponsored.State.DONE && one.people() > 0)
        .limit(OFFERED)
        .forEach(one -> choices.add(renew(scene, one)));
    choices.add(scene.choice(Commands.MENU));
    scene.askText(choices, "");
  }

  /// What is left of each village's money, as far as it is known.
  private static void rest(Scene scene, List<Sponsored> all) {
    var lines = new LinkedHashMap<String, String>();
    all.stream()
        .forEach(
            one -> {
              String key = one.left() == null ? "sponsor.left-unknown" : "sponsor.left-of";
              lines.putIfAbsent(one.village(), scene.words(key, values(scene, one)));
            });
    scene.sayText(String.join("\n", lines.values()));
  }

  private static Choice renew(Scene scene, Sponsored one) {
    String number = one.number();
    return new Choice(
        "do." + Sponsor.RENEW + ':' + number,
        scene.words("sponsor.renew", "nomor", number.substring(number.lastIndexOf('-') + 1)));
  }

  private static String line(Scene scene, Sponsored one) {
    return scene.words("sponsor.line", values(scene, one));
  }

  /// What the village would pay, before it is sent.
  static void offer(Scene scene, Sponsored offer) {
    scene.ask(Reading.yesNoChoices(scene, "sponsor"), "sponsor.ask.confirm", values(scene, offer));
  }

  public static void sent(Scene scene, Sponsored one) {
    scene.say("sponsor.sent", values(scene, one));
    money(scene, one);
    scene.askText(scene.choices("do." + Sponsor.INTENT, Commands.MENU), "");
  }

  /// A list of several villages, sent as one for each.
  static void parted(Scene scene, List<Sponsored> lists) {
    scene.say(
        "sponsor.parted",
        "n",
        BatchText.number(lists.size()),
        "isi",
        lists.stream().map(one -> line(scene, one)).collect(Collectors.joining("\n")));
    if (lists.stream().anyMatch(one -> one.left() == null)) {
      scene.say("sponsor.no-budget");
    }
    String few =
        lists.stream()
            .filter(SponsorText::lacks)
            .map(one -> village(scene, one))
            .collect(Collectors.joining(", "));
    if (!few.isEmpty()) {
      scene.say("sponsor.short-of", "desa", few);
    }
    scene.askText(scene.choices("do." + Sponsor.INTENT, Commands.MENU), "");
  }

  /// An officer's decision, or that all are enrolled.
  public static void moved(Scene scene, Notice.SponsorshipMoved moved, boolean idle) {
    Sponsored now = moved.now();
    scene.say("sponsor.moved." + state(now), values(scene, now));
    if (!moved.words().isEmpty()) {
      scene.sayText(moved.words());
    }
    if (now.state() == Sponsored.State.DONE) {
      money(scene, now);
    }
    if (idle) {
      scene.askText(
          now.state() == Sponsored.State.DONE
              ? scene.choices("do.ask.payment", "do." + Sponsor.INTENT, Commands.MENU)
              : scene.choices("do." + Sponsor.INTENT, Commands.HUMAN),
          "");
    }
  }

  private static void money(Scene scene, Sponsored one) {
    Rupiah left = one.left();
    if (left == null) {
      scene.say("sponsor.no-budget", values(scene, one));
    } else if (lacks(one)) {
      scene.say("sponsor.short", values(scene, one));
    } else {
      scene.say("sponsor.left", values(scene, one));
    }
  }

  private static boolean lacks(Sponsored one) {
    Rupiah left = one.left();
    return left != null
        && one.state() == Sponsored.State.WAITING
        && left.compareTo(one.total()) < 0;
  }

  private static String village(Scene scene, Sponsored one) {
    return scene.content().places().byCode(one.village()).map(Place::village).orElse(one.village());
  }

  private static String state(Sponsored one) {
    return one.state().name().toLowerCase(Locale.ROOT);
  }

  private static String[] values(Scene scene, Sponsored one) {
    Rupiah left = one.left();
    return new String[] {
      "nomor", one.number(),
      "desa", village(scene, one),
      "n", BatchText.number(one.people()),
      "bulan", Integer.toString(one.months()),
      "total", one.total().toString(),
      "keadaan", scene.words("sponsor.state." + state(one)),
      "sisa", left == null ? "" : left.toString()
    };
  }
}
