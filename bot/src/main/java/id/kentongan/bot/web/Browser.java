package id.kentongan.bot.web;

import id.kentongan.bot.settings.Network;
import java.util.List;

/// How browsers reach us. `https`: the public address is https, so cookies are sent only there and
/// browsers are told to stay. `proxies`: whose word in `X-Forwarded-For` is believed.
public record Browser(boolean https, List<Network> proxies) {}
