package id.kentongan.dialogs.mind;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The wishes that are said in any conversation and begin nothing.
final class SmallTalk {
  static final String GREET = "greet";
  static final String THANKS = "thanks";
  static final String GOODBYE = "goodbye";
  static final String AFFIRM = "affirm";
  static final String DENY = "deny";
  static final String HELP = "help";

  /// Said in their own language by all: no sign of what a person speaks.
  static final Set<String> FORMULAS = Set.of(GREET, THANKS, GOODBYE, AFFIRM, DENY);

  /// Nobody is asked whether they meant one of these; the menu is offered beside in any case.
  static final Set<String> ALL =
      Stream.concat(FORMULAS.stream(), Stream.of(HELP)).collect(Collectors.toUnmodifiableSet());

  private SmallTalk() {}
}
