package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.journal.PostgresDeliveries;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.officers.Takeovers;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.sample.SampleData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Writes everything that the records can hold and then reads every table as a thief would.
class SecrecyTest {
  private static final ConversationId ME = new ConversationId("whatsapp", "+6281233445566");
  private static final Nik NIK = new Nik("3510170302889123");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final PostgresRecords records = test.records(clock);
  private int version;

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void noTableTellsWhoSomebodyIsOrWhatTheySaid() {
    writeEverything();
    List<String> secrets =
        List.of(
            NIK.digits(),
            "3510041708859001",
            "90000000011",
            "81299887766",
            "81277665544",
            "81266554433",
            "81233445566",
            "1988-02-03",
            "1985-08-17",
            "1234567",
            "paru-paru",
            "traktor tangan",
            "Pak Kardi",
            "mau bicara",
            "iurannya",
            "saya bertanya",
            "rahasia draf",
            "Selamat siang Pak");

    for (String table : tables()) {
      String all = String.join("\n", test.texts("select t::text from " + table + " t"));
      for (String secret : secrets) {
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(all.contains(secret) || all.contains(hex))
            .as("%s in %s", secret, table)
            .isFalse();
      }
    }
    assertThat(test.count("select count(*) from persons where name = 'Wagiman Hartono'"))
        .isEqualTo(1);
  }

  @Test
  void noFailureQuotesWhatWasWritten() {
    var failure =
        test.database()
            .transact(
                handle ->
                    handle
                        .createUpdate(
                            "insert into persons (name, village) values (:name, :village)")
                        .bind("name", "Wagiman Hartono")
                        .bind("village", "rahasia")
                        .execute());
    Throwable why =
        org.assertj.core.api.Assertions.catchThrowable(() -> TestDatabase.await(failure));
    var said = new StringBuilder();
    for (Throwable t = why; t != null; t = t.getCause()) {
      said.append(t).append('\n');
    }

    assertThat(said.toString())
        .contains("null value")
        .doesNotContain("Wagiman")
        .doesNotContain("rahasia");
  }

  private void writeEverything() {
    TestDatabase.await(
        new SampleData(test.database(), TestDatabase.KEY, clock, Branch.ZONE).load());
    EnrollmentForm form = Forms.enrolment(NIK);
    ask(new Effect.SubmitEnrollment(form));
    ask(new Effect.Identify(NIK, form.person().birthDate(), new Code("90000000011")));
    ask(new Effect.LookUpDeceased(NIK, LocalDate.of(2026, 11, 18)));
    ask(new Effect.OpenClaim(Forms.claim(NIK, List.of())));
    ask(new Effect.ReportAccident(Forms.accident()));
    ask(new Effect.OpenTicket("petugas", "mau bicara dengan orang"));
    ask(new Effect.KeepDraft(form.person().birthDate(), Map.of("isi", "rahasia draf")));
    ask(new Effect.FindDraft(new Code("K7M4-92QX"), form.person().birthDate()));
    var takeovers = new Takeovers(test.database(), TestDatabase.KEY, clock, Branch.ZONE);
    long talk = test.count("select talk from tickets");
    TestDatabase.await(takeovers.takeOver("dimas", talk));
    TestDatabase.await(takeovers.say("dimas", talk, "Selamat siang Pak"));
    TestDatabase.await(
        new PostgresJournal(test.database(), TestDatabase.KEY)
            .write(
                List.of(
                    new Journal.Line(
                        ME,
                        EffectId.of(ME, 99, 0),
                        new JournalEntry(
                            "wamid.81233445566",
                            Instant.parse("2026-11-20T08:00:00Z"),
                            "saya bertanya",
                            "iurannya Rp 16.800",
                            "idle",
                            "ask.contribution",
                            0.9)))));
    var deliveries = new PostgresDeliveries(test.database(), TestDatabase.KEY, clock);
    var said = new Effect.Send(Bubble.of("iurannya Rp 16.800"), false);
    var post = new Post(EffectId.of(ME, 99, 1), said, null, "wamid.81233445566");
    TestDatabase.await(deliveries.sent(List.of(new Deliveries.Sent("wamid.81233445566", post))));
  }

  private void ask(Effect.Ask ask) {
    version++;
    TestDatabase.await(records.ask(ME, EffectId.of(ME, version, 0), ask));
  }

  private List<String> tables() {
    List<String> tables =
        test.texts(
            "select quote_ident(tablename) from pg_tables where schemaname = 'public'"
                + " and tablename not like 'flyway%'");
    assertThat(tables).contains("persons", "journal", "notices", "acts", "claims");
    return tables;
  }
}
