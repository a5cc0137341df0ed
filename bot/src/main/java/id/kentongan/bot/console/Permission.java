package id.kentongan.bot.console;

import static id.kentongan.integrations.postgres.accounts.Role.ADMINISTRATOR;
import static id.kentongan.integrations.postgres.accounts.Role.AUDITOR;
import static id.kentongan.integrations.postgres.accounts.Role.EDITOR;
import static id.kentongan.integrations.postgres.accounts.Role.OFFICER;
import static id.kentongan.integrations.postgres.accounts.Role.SUPERVISOR;

import id.kentongan.integrations.postgres.accounts.Role;
import java.util.EnumSet;
import java.util.Set;

/// What one may do in the console, and who may. Each page needs one of these.
enum Permission {
  /// One's own account.
  SELF,
  /// See who waits, read conversations, take them over, search.
  TALK,
  /// Give a waiting person to a colleague.
  ASSIGN,
  /// See enrolments and claims with their papers, ask the person.
  MATTERS,
  /// Approve, return and hand over enrolments and claims.
  DECIDE,
  /// Take lists of people out of the console.
  EXPORT,
  /// Write answers and words, and publish what another wrote.
  CONTENT,
  /// Tell many people something at once.
  BROADCAST,
  /// Say what messages mean, and publish a model.
  LANGUAGE,
  /// Note what villages have set aside for contributions, and certify them.
  BUDGETS,
  /// Invite agents and end their access.
  AGENTS,
  /// Numbers about all, nobody's data.
  REPORTS,
  /// See what could not be delivered, send it again or give it up.
  LETTERS,
  /// Accounts of officers.
  ACCOUNTS,
  /// Who did and saw what.
  AUDIT;

  boolean of(Role role) {
    return roles().contains(role);
  }

  private Set<Role> roles() {
    return switch (this) {
      case SELF -> EnumSet.allOf(Role.class);
      case TALK, MATTERS, DECIDE -> EnumSet.of(OFFICER, SUPERVISOR);
      case ASSIGN, EXPORT, AGENTS, BUDGETS -> EnumSet.of(SUPERVISOR);
      case REPORTS -> EnumSet.of(SUPERVISOR, EDITOR, ADMINISTRATOR, AUDITOR);
      case CONTENT, LANGUAGE, BROADCAST -> EnumSet.of(EDITOR, SUPERVISOR);
      case LETTERS -> EnumSet.of(SUPERVISOR, ADMINISTRATOR);
      case ACCOUNTS -> EnumSet.of(ADMINISTRATOR);
      case AUDIT -> EnumSet.of(ADMINISTRATOR, AUDITOR);
    };
  }
}
