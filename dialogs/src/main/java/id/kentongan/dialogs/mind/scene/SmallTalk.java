package id.kentongan.dialogs.mind.scene;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The wishes that are said in any conversation and begin nothing.
public final class SmallTalk {
  public static final String GREET = "greet";
  public static final String THANKS = "thanks";
  public static final String GOODBYE = "goodbye";
  public static final String AFFIRM = "affirm";
  public static final String DENY = "deny";
  public static final String HELP = "help";

  /// Said in their own language by all: no sign of what a person speaks.
  public static final Set<String> FORMULAS = Set.of(GREET, THANKS, GOODBYE, AFFIRM, DENY);

  /// Nobody is asked whether they meant one of these; the menu is offered beside in any case.
  public static final Set<String> ALL =
      Stream.concat(FORMULAS.stream(), Stream.of(HELP)).collect(Collectors.toUnmodifiableSet());

  private SmallTalk() {}
}
