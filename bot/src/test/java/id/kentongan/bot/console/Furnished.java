package id.kentongan.bot.console;

import static id.kentongan.integrations.postgres.accounts.Role.ADMINISTRATOR;
import static id.kentongan.integrations.postgres.accounts.Role.AUDITOR;
import static id.kentongan.integrations.postgres.accounts.Role.EDITOR;
import static id.kentongan.integrations.postgres.accounts.Role.OFFICER;
import static id.kentongan.integrations.postgres.accounts.Role.SUPERVISOR;

import id.kentongan.bot.console.EveryPageBrowserTest.Opened;
import id.kentongan.dialogs.talk.AccidentForm;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Payment;
import id.kentongan.integrations.documents.CsvTable;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Organisation;
import id.kentongan.integrations.postgres.broadcasts.Audience;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts;
import id.kentongan.integrations.postgres.journal.DailyFigures;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.journal.StateDays;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import id.kentongan.integrations.postgres.officers.Takeovers;
import id.kentongan.integrations.postgres.payments.Payments;
import id.kentongan.integrations.postgres.villages.Regions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/// The console's pages, and an office in which each of them has something to show.
final class Furnished {
  private static final String VILLAGE = "35.10.04.2005";
  private static final String FILE = "answers/ask.fraud.yaml";
  private static final ConversationId MINE = new ConversationId("web", "mine");
  private static final ConversationId OPEN = new ConversationId("telegram", "4711");

  /// A page by what it shows; where one is opened in two ways, it stands here twice.
  static final List<Opened> PAGES =
      List.of(
          new Opened("waiting", "/tunggu", SUPERVISOR, "/tunggu"),
          new Opened("talk-held", "/percakapan/:talk", OFFICER, "/percakapan/2"),
          new Opened("talk-free", "/percakapan/:talk", OFFICER, "/percakapan/3"),
          new Opened("search", "/cari", OFFICER, "/cari"),
          new Opened("privacy", "/data/:person", OFFICER, "/data/1"),
          new Opened("enrolments", "/pendaftaran", SUPERVISOR, "/pendaftaran"),
          new Opened(
              "enrolment", "/pendaftaran/:number", SUPERVISOR, "/pendaftaran/DFT-2026-000001"),
          new Opened("claims", "/klaim", SUPERVISOR, "/klaim"),
          new Opened("claim", "/klaim/:number", OFFICER, "/klaim/JKM-2026-000001"),
          new Opened("accidents", "/kecelakaan", OFFICER, "/kecelakaan"),
          new Opened("accident", "/kecelakaan/:number", OFFICER, "/kecelakaan/JKK-2026-000001"),
          new Opened("sponsorships", "/add", SUPERVISOR, "/add"),
          new Opened("sponsorship", "/add/:number", SUPERVISOR, "/add/ADD-2026-000001"),
          new Opened("payments", "/pembayaran", OFFICER, "/pembayaran"),
          new Opened("payment", "/pembayaran/:number", OFFICER, "/pembayaran/BYR-2026-000001"),
          new Opened("areas", "/cakupan", AUDITOR, "/cakupan"),
          new Opened("area", "/cakupan/:area", SUPERVISOR, "/cakupan/" + VILLAGE),
          new Opened("agents", "/agen", SUPERVISOR, "/agen"),
          new Opened("reports", "/laporan", AUDITOR, "/laporan"),
          new Opened("map", "/peta", SUPERVISOR, "/peta?hari=30"),
          new Opened("map-state", "/peta/:state", EDITOR, "/peta/enroll.nik"),
          new Opened("content", "/isi", EDITOR, "/isi"),
          new Opened("content-edit", "/isi/tulis", EDITOR, "/isi/tulis?berkas=" + FILE),
          new Opened("content-draft", "/isi/naskah/:id", SUPERVISOR, "/isi/naskah/1"),
          new Opened("replay", "/isi/naskah/:id/coba", EDITOR, "/isi/naskah/1/coba"),
          new Opened("broadcasts", "/siaran", EDITOR, "/siaran"),
          new Opened("broadcast", "/siaran/:id", SUPERVISOR, "/siaran/1"),
          new Opened("language", "/bahasa", EDITOR, "/bahasa"),
          new Opened("letters", "/tidak-sampai", SUPERVISOR, "/tidak-sampai"),
          new Opened("accounts", "/petugas", ADMINISTRATOR, "/petugas"),
          new Opened("audit", "/audit", AUDITOR, "/audit"),
          new Opened("own", "/sandi", OFFICER, "/sandi"));

  private final Office office;
  private final ZoneId zone;

  private Furnished(Office office) {
    this.office = office;
    this.zone = office.content.rules().zone();
  }

  static void with(Office office) {
    var furnished = new Furnished(office);
    furnished.villages();
    furnished.talks();
    furnished.money();
    furnished.words();
    new DailyFigures(office.database, office.clock, furnished.zone).count().await();
    new StateDays(office.database, office.clock, furnished.zone).count().await();
  }

  private void villages() {
    try (var sample = CsvTable.open(Path.of("../config/regions.csv"))) {
      new Regions(office.database).begin(sample, true, LocalDate.of(2026, 11, 20)).await();
    }
    office.post(
        "/console/cakupan/" + VILLAGE + "/sertifikat",
        "basis=SK+nomor+12%2F2026",
        office.in(SUPERVISOR));
    var who =
        new Agents.Invited(
            "Rina",
            new Organisation("BUMDesma Maju", Organisation.Kind.BUMDESMA, "PKS 1/2026"),
            List.of(VILLAGE));
    new Agents(office.database, Office.KEY, office.clock).invite("supervisor", who).await();
    sql(
        """
        insert into sponsorships (number, agent, village, programmes, months, people, total, state,
          state_since, made)
        select 'ADD-2026-000001', max(id), '35.10.04.2005', 'JKK,JKM', 3, 2, 100800, 'WAITING',
          now(), now() from agents
        """);
  }

  /// One conversation that the officer has, one that waits for a colleague who is away.
  private void talks() {
    List<Journal.Line> lines =
        List.of(
            line(MINE, 0, "petugas", "Baik, petugas akan menjawab di sini.\n[Menu]"),
            line(OPEN, 0, "berapa iuran petani", "Rp 16.800 sebulan.\n[Daftar] [Cara bayar]"));
    new PostgresJournal(office.database, Office.KEY).write(lines).await();
    sql(
        """
        insert into tickets (number, talk, topic, words, state, until, made, state_since, assigned)
        select 'TKT-2026-00000' || id, id, 'human/enroll', '', 'WAITING', now(), now(), now(),
          'supervisor' from talks where id in (2, 3)
        """);
    accident();
    office.letters.put("k1/1-0", OPEN, office.clock.instant(), "Baik.", "given up: 500");
    office.letters.put("k1/2-0", MINE, office.clock.instant(), "Sebentar.", "400 too long");
    var takeovers = new Takeovers(office.database, Office.KEY, office.clock, zone);
    takeovers.takeOver("officer", 2).await();
    takeovers.note("officer", 2, "Sudah ditelepon.").await();
    office.post(
        "/console/tunggu/rekan/absen",
        "officer=supervisor&until=2026-11-25",
        office.in(SUPERVISOR));
  }

  private void accident() {
    var form =
        new AccidentForm(
            "Parno",
            new Nik("3510170302889123"),
            LocalDate.of(2026, 11, 19),
            "sawah Pak Kardi",
            "terpeleset dari traktor tangan",
            "Suyati",
            new Phone("+6281266554433"));
    office.records().ask(OPEN, EffectId.of(OPEN, 1, 0), new Effect.ReportAccident(form)).await();
  }

  private Journal.Line line(ConversationId who, int version, String said, String told) {
    var at = office.clock.instant().minusSeconds(60);
    var entry =
        new JournalEntry("e" + version, at, said, told, "enroll.nik", "ask.contribution", 0.9);
    return new Journal.Line(who, EffectId.of(who, version, 0), entry);
  }

  private void money() {
    var nik = new Nik("3510041402959007");
    var time = new Payments.Time(office.clock, zone);
    new Payments(office.database, Office.KEY, office.content::tariffs, true, time)
        .take(
            new Payment(
                "p1", new Payment.Payer.ByNik(nik), new Rupiah(1000), office.clock.instant(), "X"))
        .await();
    var audience = new Audience("", Audience.Membership.ANY, "", "", "");
    var draft = new Broadcasts.Draft("Kantor tutup", "Senin kantor tutup.", audience, 60);
    new Broadcasts(office.database, office.clock, zone).draft("editor", draft).await();
  }

  private void words() {
    try {
      String text = Files.readString(Path.of("../config", FILE)).replace("Hati-hati", "Awas");
      new ContentVersions(office.database, office.clock).draft("editor", FILE, text, "00").await();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    IntStream.range(0, 3)
        .forEach(
            i ->
                sql(
                    """
                    insert into review (effect, day, language, state, intent, confidence, why, text)
                    values (sha256('%1$d'), '2026-11-19', 'id', 'enroll.nik', 'ask.jkm', 0.3,
                      'doubt', 'pesan yang belum dipahami %1$d')
                    """
                        .formatted(i)));
  }

  private void sql(String statement) {
    office.database.transact(handle -> handle.execute(statement)).await();
  }
}
