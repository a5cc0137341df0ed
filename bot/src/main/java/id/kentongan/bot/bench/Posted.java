package id.kentongan.bot.bench;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/// A request by which a platform brings something to a gateway; `path` with its query.
public record Posted(String path, Map<String, String> headers, Buffer body) {}
