package id.kentongan.bot.settings;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A network of IP addresses: the first `bits` bits of `address`. Never asks a name server.
public record Network(InetAddress address, int bits) {
  // why: `10.1` is 10.0.0.1 to the JDK, and means a network to who writes it
  private static final Pattern LITERAL =
      Pattern.compile("(?:[0-9]{1,3}[.]){3}[0-9]{1,3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]{1,43}");

  /// Networks such as `10.0.0.0/8` or single addresses, with commas between; empty when one of them
  /// is neither.
  public static Optional<List<Network>> list(String text) {
    List<Optional<Network>> all =
        Arrays.stream(text.split(",", -1)).map(String::strip).map(Network::parse).toList();
    return all.stream().allMatch(Optional::isPresent)
        ? Optional.of(all.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  /// An address as digits, v4 or v6; empty for a name or anything else.
  public static Optional<InetAddress> address(String text) {
    try {
      return LITERAL.matcher(text).matches()
          ? Optional.of(InetAddress.ofLiteral(text))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean holds(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (((mine[bit / 8] ^ theirs[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Network> parse(String text) {
    String[] parts = text.split("/", 2);
    return address(parts[0])
        .flatMap(
            address -> {
              int most = address.getAddress().length * 8;
              if (parts.length == 1) {
                return Optional.of(new Network(address, most));
              }
              boolean fits = parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= most;
              return fits
                  ? Optional.of(new Network(address, Integer.parseInt(parts[1])))
                  : Optional.empty();
            });
  }

  /// The address that limits are counted by. Of a v6 address its network of 64 bits, because all of
  /// that is one customer's.
  public static String counted(InetAddress address) {
    if (!(address instanceof Inet6Address six)) {
      return address.getHostAddress();
    }
    var text = new StringBuilder();
    for (int i = 0; i < 8; i += 2) {
      byte[] bytes = six.getAddress();
      text.append("%x:".formatted(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)));
    }
    return text.append(":/64").toString();
  }
}
