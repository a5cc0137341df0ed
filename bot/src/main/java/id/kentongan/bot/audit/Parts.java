package id.kentongan.bot.audit;

import id.kentongan.bot.Refused;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a program is made of, from the list (CycloneDX) that its build left: package URLs, each
/// with its version, such as `pkg:maven/io.netty/netty-common@4.2.18.Final`.
public final class Parts {
  private Parts() {}

  /// Those of others. [Refused] when there is no such list.
  public static List<String> of(Path bom) {
    try {
      var components = new JsonObject(Files.readString(bom)).getJsonArray("components");
      return (components == null ? new JsonArray() : components)
          .stream()
              .map(component -> ((JsonObject) component).getString("purl", ""))
              .filter(purl -> !purl.isEmpty() && !purl.startsWith("pkg:maven/id.kentongan/"))
              .map(purl -> purl.replaceAll("\\?.*", ""))
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new Refused("There is no list of parts at " + bom + ": the build makes it.");
    } catch (DecodeException | ClassCastException e) {
      throw new Refused(bom + " is no list of parts in CycloneDX's JSON.");
    }
  }
}
