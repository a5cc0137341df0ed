package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.Officers.Account;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Officers who speak with people, and which of them are there now.
record Colleagues(Officers officers, InstantSource clock) {
  Future<List<Account>> all() {
    return officers.all().map(all -> all.stream().filter(Colleagues::talks).toList());
  }

  boolean away(Account account) {
    Instant until = account.awayUntil();
    return until != null && until.isAfter(clock.instant());
  }

  private static boolean talks(Account account) {
    return !account.closed() && Permission.TALK.of(account.role());
  }
}
