package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Which replies a draft would change, from what people said lately.
class ReplayTest {
  private static final String WORDS = "words/id/umum.yaml";
  private static Office office;

  @BeforeAll
  static void open() {
    office = new Office();
    said(1, "halo saya Slamet Riyadi 3510171708850003");
    said(2, "halo");
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void aChangedGreetingIsShownWithWhomItMeetsAndNobodysName() throws IOException {
    String now = Files.readString(Path.of("../config", WORDS));
    String greeting =
        office.content.words().say(id.kentongan.dialogs.values.Language.INDONESIAN, "greet.first");
    String first = greeting.lines().findFirst().orElseThrow();
    assertThat(now).contains(first);
    String page = replayed(now.replace(first, "Sugeng rawuh!"));
    assertThat(page).contains("2 pesan dari 2 percakapan").contains("<strong>2</strong> jawaban");
    assertThat(page).contains("Sugeng rawuh!").contains("layanan chat");
    assertThat(page)
        .doesNotContain("Slamet")
        .doesNotContain("Riyadi")
        .doesNotContain("3510171708850003");
    assertThat(actsOf("replay")).isPositive();
  }

  @Test
  void aDraftThatChangesNothingThatWasSaidSaysSo() throws IOException {
    String now = Files.readString(Path.of("../config", WORDS));
    assertThat(replayed(now + "\n# satu baris lagi\n")).contains("<strong>0</strong> jawaban");
  }

  private static String replayed(String text) {
    var versions = new ContentVersions(office.database, office.clock);
    long id = versions.draft("editor", WORDS, text, "00").await();
    var answer = office.get("/console/isi/naskah/" + id + "/coba", office.in(Role.SUPERVISOR));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static long actsOf(String act) {
    return office
        .database
        .transact(
            handle ->
                handle
                    .createQuery("select count(*) from audit where act = :act")
                    .bind("act", act)
                    .mapTo(Long.class)
                    .one())
        .await();
  }

  private static void said(int talk, String text) {
    var who = new ConversationId("telegram", "60" + talk);
    var entry = new JournalEntry("e", office.clock.instant(), text, "b", "", "greet", 1);
    var line = new Journal.Line(who, EffectId.of(who, 1, 0), entry);
    new PostgresJournal(office.database, Office.KEY).write(List.of(line)).await();
  }
}
