package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.values.Nik;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  @Test
  void leavesANewerShapeToANewerNode() {
    int next = DialogMind.stored().shape() + 1;
    assertThat(
            DialogMind.stored()
                .newerShape(
                    ("{\"v\":" + next + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .hasValue(next);
    assertThat(DialogMind.stored().newerShape(DialogMind.stored().write(Talk.fresh()))).isEmpty();
  }

  @Test
  void anIdleConversationIsSmall() {
    assertThat(DialogMind.stored().write(Talk.fresh())).hasSizeLessThan(120);
  }
}
