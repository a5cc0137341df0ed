package id.kentongan.bot.web;

/// How browsers reach us. `https`: the public address is https, so cookies are sent only there and
/// browsers are told to stay. `forwarded`: a proxy of ours stands in front and names the caller in
/// `X-Forwarded-For`; otherwise that header is not believed.
public record Browser(boolean https, boolean forwarded) {}
