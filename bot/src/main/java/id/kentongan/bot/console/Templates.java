package id.kentongan.bot.console;

import id.kentongan.bot.web.Assets;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.dialogs.values.Place;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes pages from the templates in `resources/console`. Whatever they show is escaped.
final class Templates {
  /// Under which a visit holds how much was not delivered, where its officer is to know that.
  static final String UNDELIVERED = "undelivered";

  private final String assets = new Assets().path();
  private final PebbleEngine engine;
  private final String broken;

  Templates(Supplier<Content> content, InstantSource clock) {
    this.broken = content.get().words().say(Language.INDONESIAN, "console.broken");
    var loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix("console");
    loader.setSuffix(".peb");
    this.engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .defaultLocale(Locale.forLanguageTag("id-ID"))
            .extension(new Wordings(sources(content), clock))
            .build();
  }

  /// Fills a template; `visit` is absent before somebody signed in.
  String fill(String template, Map<String, ?> model, @Nullable Visit visit) {
    var all = new HashMap<String, @Nullable Object>(model);
    all.put("assets", assets);
    all.put("here", visit == null ? "" : visit.route().normalizedPath());
    all.put("csrf", visit == null ? "" : Keys.form(visit));
    all.put("again", visit == null ? "" : visit.query(Searches.AGAIN));
    all.put("officer", visit == null ? null : visit.officer());
    all.put("may", may(visit));
    all.put(UNDELIVERED, visit == null ? 0L : visit.route().get(UNDELIVERED, 0L));
    var out = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(out, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /// Fails when a template cannot be read.
  void parse(String template) {
    engine.getTemplate(template);
  }

  /// What is said when no page can be made.
  String broken() {
    return broken;
  }

  private static Map<String, Boolean> may(@Nullable Visit visit) {
    var may = new HashMap<String, Boolean>();
    for (Permission permission : Permission.values()) {
      may.put(
          permission.name().toLowerCase(Locale.ROOT),
          visit != null && permission.of(visit.officer().role()));
    }
    return may;
  }

  /// The words of a key, the key where there are none.
  static UnaryOperator<String> words(Supplier<Content> content) {
    return key -> {
      Words words = content.get().words();
      return words.has(key) ? words.say(Language.INDONESIAN, key) : key;
    };
  }

  private static Wordings.Sources sources(Supplier<Content> content) {
    return new Wordings.Sources(
        words(content),
        code -> content.get().places().byCode(code).map(Place::full).orElse(code),
        content.get().rules().zone());
  }
}
