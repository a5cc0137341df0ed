package id.kentongan.bot.audit;

import id.kentongan.bot.Refused;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The public feed of known faults. Blocks.
///
/// Source: https://google.github.io/osv.dev/post-v1-querybatch/
public final class Feed {
  /// Where the feed is.
  public static final URI OSV = URI.create("https://api.osv.dev/v1/querybatch");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// The most that it answers at once.
  private static final int MOST = 1_000;

  private final URI address;

  public Feed(URI address) {
    this.address = address;
  }

  /// The known faults of each part that has any. [Refused] when the feed cannot be asked.
  public Map<String, List<String>> faults(List<String> parts) {
    var faults = new TreeMap<String, List<String>>();
    for (int from = 0; from < parts.size(); from += MOST) {
      List<String> some = parts.subList(from, Math.min(parts.size(), from + MOST));
      JsonArray results = ask(some);
      for (int i = 0; i < some.size(); i++) {
        JsonArray found = results.getJsonObject(i).getJsonArray("vulns", new JsonArray());
        if (!found.isEmpty()) {
          faults.put(some.get(i), ids(found));
        }
      }
    }
    return faults;
  }

  private static List<String> ids(JsonArray found) {
    return found.stream().map(fault -> ((JsonObject) fault).getString("id")).sorted().toList();
  }

  private JsonArray ask(List<String> parts) {
    var queries =
        parts.stream()
            .map(part -> new JsonObject().put("package", new JsonObject().put("purl", part)))
            .collect(Collectors.toList());
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(new JsonObject().put("queries", queries).encode()))
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      JsonArray results =
          answer.statusCode() == 200
              ? new JsonObject(answer.body()).getJsonArray("results", new JsonArray())
              : new JsonArray();
      if (results.size() != parts.size()) {
        throw refused("answered " + answer.statusCode());
      }
      return results;
    } catch (IOException | DecodeException e) {
      throw refused(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused("broken off");
    }
  }

  private Refused refused(String why) {
    return new Refused(
        "Nothing is known: the feed at %s cannot be asked from here (%s).".formatted(address, why));
  }
}
