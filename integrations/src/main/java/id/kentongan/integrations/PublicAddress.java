package id.kentongan.integrations;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where a host that others name may be: in the public internet, and neither this machine nor a
/// network of ours, whatever its name says.
///
/// Source: https://www.iana.org/assignments/iana-ipv4-special-registry
final class PublicAddress {
  private PublicAddress() {}

  /// Its first address, all of which must be public. Blocks while the name is asked for.
  static InetAddress of(String host) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(host);
    for (InetAddress one : all) {
      if (!isPublic(one)) {
        throw new UnknownHostException("not a public address");
      }
    }
    return all[0];
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean ours =
        address instanceof Inet4Address
            ? first == 0 || first >= 240 || (first == 100 && second >> 6 == 1)
            : first >> 1 == 0x7e || first >> 5 != 1;
    return !ours
        && !address.isLoopbackAddress()
        && !address.isSiteLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isMulticastAddress();
  }
}
