package id.kentongan.dialogs.ear.eval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figures over judged messages. Where the labels have one for out of scope, what is not even
/// likely counts as that; where they have none, the best guess counts as it is.
public final class Report {
  private static final int CONFUSIONS = 20;

  private final List<Judged> judged;
  private final String outOfScope;
  private final boolean scoped;

  public Report(List<Judged> judged, String outOfScope, boolean scoped) {
    this.judged = List.copyOf(judged);
    this.outOfScope = outOfScope;
    this.scoped = scoped;
  }

  public double accuracy() {
    return share(j -> true, j -> counted(j).equals(j.wanted()));
  }

  public double inScopeAccuracy() {
    return share(this::inScope, j -> counted(j).equals(j.wanted()));
  }

  public double outOfScopeRecall() {
    return share(j -> !inScope(j), j -> counted(j).equals(outOfScope));
  }

  public double outOfScopePrecision() {
    return share(j -> counted(j).equals(outOfScope), j -> !inScope(j));
  }

  /// Guesses acted on that are not what was meant, of all messages.
  public double wrongConfident() {
    return share(j -> true, this::wrongAndConfident);
  }

  public double outOfScopeWrongConfident() {
    return share(j -> !inScope(j), this::wrongAndConfident);
  }

  public double macroF1() {
    var labels = new TreeSet<String>(judged.stream().map(Judged::wanted).toList());
    return labels.stream().mapToDouble(this::f1).average().orElse(0);
  }

  public List<String> lines() {
    return Stream.of(figures(), confusions()).flatMap(List::stream).toList();
  }

  private List<String> figures() {
    Stream<String> always = Stream.of(line("accuracy", accuracy()), line("macro-F1", macroF1()));
    Stream<String> scope =
        scoped
            ? Stream.of(
                line("in-scope accuracy", inScopeAccuracy()),
                line("out-of-scope precision", outOfScopePrecision()),
                line("out-of-scope recall", outOfScopeRecall()),
                line("acted on", share(j -> true, this::actedOn)),
                line(
                    "asked between two, one of them right", share(j -> true, Judged::askedRightly)),
                line("wrong and confident", wrongConfident()),
                line("wrong and confident, out of scope", outOfScopeWrongConfident()))
            : Stream.of(line("wrong and confident", wrongConfident()));
    return Stream.concat(always, scope).toList();
  }

  private List<String> confusions() {
    Map<String, Long> counts =
        judged.stream()
            .filter(j -> !counted(j).equals(j.wanted()))
            .collect(
                Collectors.groupingBy(
                    j -> j.wanted() + " -> " + counted(j), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(CONFUSIONS)
        .map(e -> "confused " + e.getValue() + "\t" + e.getKey())
        .toList();
  }

  private boolean wrongAndConfident(Judged one) {
    return actedOn(one) && !one.guessed().equals(one.wanted());
  }

  private boolean actedOn(Judged one) {
    return one.decision() == Decision.ACT && !one.guessed().equals(outOfScope);
  }

  private boolean inScope(Judged one) {
    return !one.wanted().equals(outOfScope);
  }

  private String counted(Judged one) {
    return scoped ? one.counted(outOfScope) : one.guessed();
  }

  private double f1(String label) {
    double both = judged.stream().filter(j -> is(j, label) && counted(j).equals(label)).count();
    double either =
        judged.stream()
            .mapToInt(j -> (is(j, label) ? 1 : 0) + (counted(j).equals(label) ? 1 : 0))
            .sum();
    return either == 0 ? 0 : 2 * both / either;
  }

  private static boolean is(Judged one, String label) {
    return one.wanted().equals(label);
  }

  private double share(Predicate<Judged> of, Predicate<Judged> that) {
    long all = judged.stream().filter(of).count();
    return all == 0 ? 0 : (double) judged.stream().filter(of.and(that)).count() / all;
  }

  private static String line(String name, double share) {
    return String.format(Locale.ROOT, "%s %.3f", name, share);
  }
}
