package id.kentongan.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.postgres.privacy.Blots.Blot;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Drops the dead letters in which an agent was told of somebody who had everything erased since.
final class CopiedLetters {
  private final DeadLetters letters;
  private final Supplier<Future<List<Blot>>> blots;
  private final JsonMapper json = StoredJson.mapper(List.of());

  CopiedLetters(DeadLetters letters, Supplier<Future<List<Blot>>> blots) {
    this.letters = letters;
    this.blots = blots;
  }

  /// Says how many went.
  Future<Integer> sweep() {
    return blots
        .get()
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(0)
                    : letters.dropWhere(
                        letter ->
                            Future.succeededFuture(
                                found.stream().anyMatch(blot -> names(letter.post(), blot)))));
  }

  private boolean names(@Nullable Post post, Blot blot) {
    return post != null
        && post.id().conversation().equals(blot.agent())
        && found(json.valueToTree(post.effect()), blot.signs());
  }

  private static boolean found(JsonNode node, Pattern signs) {
    if (node.isValueNode()) {
      return signs.matcher(node.asText()).find();
    }
    for (JsonNode part : node) {
      if (found(part, signs)) {
        return true;
      }
    }
    return false;
  }
}
