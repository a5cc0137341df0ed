package id.kentongan.integrations.telegram;

import java.net.URI;

/// Where the Bot API is and who we are there. `apiUrl` as in the setting `telegram.api-url`,
/// without a slash at its end. Prints without the token.
public record BotAccess(URI apiUrl, String token) {
  /// @throws IllegalArgumentException when the address is no `http` or `https` address or the token
  ///     is not of BotFather's form; the message never holds the token
  public BotAccess {
    if (apiUrl.getHost() == null || !("https".equals(apiUrl.getScheme()) || plain(apiUrl))) {
      throw new IllegalArgumentException("telegram.api-url is not an http(s) address");
    }
    if (!token.matches("[0-9]{1,20}:[A-Za-z0-9_-]{1,100}")) {
      throw new IllegalArgumentException("telegram.bot-token is not of the form 123456:ABC-DEF");
    }
  }

  /// The path of a method, e.g. `/bot123:ABC/sendMessage`.
  String method(String name) {
    return apiUrl.getRawPath() + "/bot" + token + '/' + name;
  }

  /// The path of a file as `getFile` names it. `path` is already percent-encoded.
  String file(String path) {
    return apiUrl.getRawPath() + "/file/bot" + token + '/' + path;
  }

  private static boolean plain(URI url) {
    return "http".equals(url.getScheme());
  }

  @Override
  public String toString() {
    return "BotAccess[" + apiUrl + "]";
  }
}
