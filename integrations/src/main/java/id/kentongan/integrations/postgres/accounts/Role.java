package id.kentongan.integrations.postgres.accounts;

/// What an officer's account is for; what each may do is the console's business.
public enum Role {
  OFFICER,
  SUPERVISOR,
  EDITOR,
  ADMINISTRATOR,
  AUDITOR
}
