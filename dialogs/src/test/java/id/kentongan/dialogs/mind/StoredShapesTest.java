package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.dialogs.values.Nik;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conversations stored by earlier versions are read for ever; those of newer ones are left alone.
class StoredShapesTest {
  private static final Path STORED = Path.of("src/test/resources/stored");

  /// Every shape that a release wrote stays here as it was written.
  @Test
  void readsEveryShapeEverWritten() throws IOException {
    try (var files = Files.list(STORED)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        Talk talk = DialogMind.stored().read(Files.readAllBytes(file));
        assertThat(talk.top()).as(file.toString()).isInstanceOf(Enroll.Asking.class);
        var asking = (Enroll.Asking) talk.top();
        assertThat(asking).isNotNull();
        assertThat(asking.draft().who().nik()).isEqualTo(new Nik("3510171708850003"));
        assertThat(talk.memory().choices()).hasSize(1);
      }
    }
  }

  /// What was not asked yet when it was stored is asked now.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'@':'Claim.Asking','slot':'heir','draft':{'deceased':{'name':'Karto','nik':'3510171708600001',"
            + "'died':'2026-11-19','cause':'sakit','member':'m1','nikLater':false},'heir':{'relation':'SIBLING','closer':false},'files':{'refused':0}}}"
            + " | claim.heir",
        "{'@':'Claim.Collecting','draft':{'deceased':{'nikLater':true},'heir':{'relation':'WIFE'},"
            + "'files':{'unnamed':['f1'],'refused':0}}} | claim.papers",
        "{'@':'Accident.Asking','slot':'right','draft':{'victim':'Karto','day':'2026-11-19','where':'sawah','story':'jatuh','notifier':'Siti'}}"
            + " | accident.right",
        "{'@':'Status.Identifying','awaited':'telegram:1/1/0'} | status.identifying",
      })
  void readsStatesThatHadLess(String state, String name) {
    String talk =
        "{'v':1,'language':'INDONESIAN','stack':[%s],'memory':{'doubts':0}}"
            .formatted(state)
            .replace('\'', '"');
    var top =
        DialogMind.stored().read(talk.getBytes(java.nio.charset.StandardCharsets.UTF_8)).top();
    assertThat(top).isNotNull();
    assertThat(top.dialog() + '.' + top.name()).isEqualTo(name);
    assertThat(goesOn(talk)).isNotEmpty();
  }

  /// The bot says something to whoever writes in that state.
  private static List<Effect> goesOn(String talk) {
    Talk read = DialogMind.stored().read(talk.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var turn =
        new Turn(
            new ConversationId("telegram", "1"),
            2,
            read,
            Transcript.START,
            Transcript.START,
            null,
            null);
    var mind = new DialogMind(TestContent.load());
    return mind.step(turn, new Event.Said(new KeywordEar().hear("terus gimana"))).effects();
  }

  @Test
  void migratesAnOlderShape() {
    var older = "{\"v\":1,\"tongue\":\"JAVANESE\",\"memory\":{\"doubts\":0},\"stack\":[]}";
    TalkJson.Migration renamed =
        tree -> {
          tree.put("language", tree.remove("tongue"));
          return tree;
        };
    var json = new TalkJson(Dialogs.families(), List.of(renamed));
    assertThat(json.read(older.getBytes(java.nio.charset.StandardCharsets.UTF_8)).language().code())
        .isEqualTo("jv");
    assertThat(json.shape()).isEqualTo(2);
  }

  /// A newer number; a state of a dialog to come; what a state of today will know besides.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'v':99,'language':'INDONESIAN','memory':{'doubts':0}}",
        "{'v':1,'language':'INDONESIAN','stack':[{'@':'Loan.Asking'}],'memory':{'doubts':0}}",
        "{'v':1,'language':'INDONESIAN','stack':[{'@':'Status.Identifying','awaited':'a:1/1/0',"
            + "'since':'2027-01-01'}],'memory':{'doubts':0}}",
        "{'v':1,'language':'INDONESIAN','memory':{'doubts':0,'mood':'glad'}}",
        "{'v':1,'language':'MARTIAN','memory':{'doubts':0}}",
      })
  void leavesWhatANewerProgramWroteToThat(String talk) {
    byte[] json = talk.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(DialogMind.stored().known(json)).isEmpty();
  }

  @Test
  void readsWhatItWrote() {
    assertThat(DialogMind.stored().known(DialogMind.stored().write(Talk.fresh())))
        .contains(Talk.fresh());
  }

  @Test
  void anIdleConversationIsSmall() {
    assertThat(DialogMind.stored().write(Talk.fresh())).hasSizeLessThan(120);
  }
}
