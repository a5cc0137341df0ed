package id.kentongan.bot.commands;

import id.kentongan.integrations.postgres.audit.AuditTrail;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Checks that nobody changed or removed what the audit holds; exits with 1 when somebody did.
@Command(name = "audit", description = "Check that the audit is whole, and print where it stands.")
final class AdminAudit implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    AuditTrail.Verdict verdict =
        OwnDatabase.with(
            Home.settings(),
            (database, key) ->
                new AuditTrail(database, key, InstantSource.system()).verify().await());
    String fault = verdict.fault();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("rows   %d%n", verdict.rows());
    out.printf("seals  %d%n", verdict.seals());
    out.printf("last   %s%n", verdict.last());
    out.println(fault == null ? "whole" : "NOT WHOLE: " + fault);
    out.flush();
    return fault == null ? 0 : 1;
  }
}
