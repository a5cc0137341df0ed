package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.values.Retention;
import id.kentongan.dialogs.values.Rupiah;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads `rules.yaml`: each rule a `value` with its `source`; zones by province code.
final class RulesReader {
  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "WIB", ZoneId.of("Asia/Jakarta"),
          "WITA", ZoneId.of("Asia/Makassar"),
          "WIT", ZoneId.of("Asia/Jayapura"));

  private static final Map<String, Boolean> YES_NO = Map.of("true", true, "false", false);

  private RulesReader() {}

  static Rules read(ContentSource source, Faults faults) {
    Node file = source.one("rules.yaml", faults);
    file.only("enrolment", "death", "accident", "school", "consent", "reminders", "zone", "zones");
    return new Rules(
        enrolment(file.at("enrolment")),
        death(file.at("death")),
        accident(file.at("accident")),
        school(file.at("school")),
        consent(file.at("consent")),
        reminders(file.at("reminders")),
        new Rules.Times(file.at("zone").one(ZONES, ZoneOffset.UTC), zones(file.at("zones"))));
  }

  private static Rules.Enrolment enrolment(Node node) {
    node.only("age-limit", "youngest", "work-days", "extras", "agent-fee");
    return new Rules.Enrolment(
        rule(node, "age-limit").integer(1),
        rule(node, "youngest").integer(1),
        rule(node, "work-days").integer(1),
        extras(rule(node, "extras")),
        amount(node, "agent-fee"));
  }

  private static List<String> extras(Node node) {
    Map<String, String> known =
        Rules.EXTRAS.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    return node.items().stream().map(item -> item.one(known, "email")).toList();
  }

  private static Rules.Death death(Node node) {
    node.only("full-after-months", "grant", "periodic", "funeral", "of-age");
    return new Rules.Death(
        rule(node, "full-after-months").integer(1),
        amount(node, "grant"),
        amount(node, "periodic"),
        amount(node, "funeral"),
        rule(node, "of-age").integer(1));
  }

  private static Rules.Accident accident(Node node) {
    node.only("times", "disabled-times", "whole-months", "periodic", "funeral");
    return new Rules.Accident(
        rule(node, "times").integer(1),
        rule(node, "disabled-times").integer(1),
        rule(node, "whole-months").integer(1),
        amount(node, "periodic"),
        amount(node, "funeral"));
  }

  private static Rules.School school(Node node) {
    node.only("after-months", "children", "until-age", "levels");
    return new Rules.School(
        rule(node, "after-months").integer(1),
        rule(node, "children").integer(1),
        rule(node, "until-age").integer(1),
        rule(node, "levels").items().stream().map(RulesReader::level).toList());
  }

  private static Rules.School.Level level(Node node) {
    node.only("key", "a-year", "years");
    return new Rules.School.Level(
        node.at("key").text(),
        TariffsReader.rupiah(node.at("a-year")),
        node.at("years").integer(1));
  }

  private static Rules.Consent consent(Node node) {
    node.only(
        "version",
        "controller",
        "code-to-phone",
        "answer-hours",
        "backup-days",
        "finished-days",
        "accident-days");
    boolean reached = rule(node, "code-to-phone").one(YES_NO, false);
    return new Rules.Consent(
        rule(node, "version").text(),
        rule(node, "controller").text(),
        new Rules.Reach(reached, reached),
        rule(node, "answer-hours").integer(1),
        new Retention(
            rule(node, "backup-days").integer(1),
            rule(node, "finished-days").integer(1),
            rule(node, "accident-days").integer(1)));
  }

  private static Rules.Reminders reminders(Node node) {
    node.only("days", "hours", "usual", "until", "draft-hours", "discount-days");
    var hours = new TreeMap<String, Integer>();
    rule(node, "hours").entries().forEach((name, hour) -> hours.put(name, hour(hour)));
    Map<String, String> names =
        hours.keySet().stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    return new Rules.Reminders(
        rule(node, "days").items().stream()
            .map(day -> day.as(Integer::valueOf, 0, Should.DAYS.of()))
            .toList(),
        Map.copyOf(hours),
        rule(node, "usual").one(names, ""),
        rule(node, "until").integer(1),
        withinWindow(rule(node, "draft-hours")),
        rule(node, "discount-days").integer(0));
  }

  private static int withinWindow(Node node) {
    int hours = node.integer(0);
    if (hours > 23) {
      node.fault(Wrong.NUMBER.of(hours), Should.HOURS_OF_WINDOW.of());
    }
    return hours;
  }

  private static int hour(Node node) {
    int hour = node.integer(0);
    if (hour > 23) {
      node.fault(Wrong.NUMBER.of(hour), Should.HOUR.of());
    }
    return hour;
  }

  private static Rupiah amount(Node node, String key) {
    return TariffsReader.rupiah(rule(node, key));
  }

  private static Node rule(Node node, String key) {
    Node rule = node.at(key).only("value", "source");
    rule.at("source").text();
    return rule.at("value");
  }

  private static Map<String, ZoneId> zones(Node node) {
    var zones = new HashMap<String, ZoneId>();
    node.only("WIB", "WITA", "WIT");
    ZONES.forEach(
        (name, zone) -> {
          for (Node item : node.at(name).items()) {
            String code = item.as(RulesReader::province, "", Should.PROVINCE.of());
            if (zones.put(code, zone) != null) {
              item.fault(Wrong.TWO_ZONES.of(), Should.PROVINCE_ONCE.of());
            }
          }
        });
    return Map.copyOf(zones);
  }

  private static String province(String text) {
    if (!text.matches("[1-9][0-9]")) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
