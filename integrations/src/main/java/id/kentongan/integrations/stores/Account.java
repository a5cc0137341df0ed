package id.kentongan.integrations.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// As whom a server runs that refuses to run as root.
public enum Account {
  /// As this program: it is an ordinary user.
  OWN,
  /// As this program, but inside a user namespace where it is not root.
  NAMESPACE,
  /// As `nobody`: this program is root on a machine that forbids user namespaces.
  NOBODY;

  private static final String NOBODY_ID = "65534";

  /// The first of the three that this machine allows.
  public static Account find() {
    if (!root()) {
      return OWN;
    }
    return succeeds(NAMESPACE.wrap(List.of("true"))) ? NAMESPACE : NOBODY;
  }

  /// The command that runs `command` under this account, in the same process.
  public List<String> wrap(List<String> command) {
    var whole =
        new ArrayList<>(
            switch (this) {
              case OWN -> List.<String>of();
              case NAMESPACE -> List.of("unshare", "-U", "--");
              case NOBODY ->
                  List.of(
                      "setpriv",
                      "--reuid",
                      NOBODY_ID,
                      "--regid",
                      NOBODY_ID,
                      "--clear-groups",
                      "--");
            });
    whole.addAll(command);
    return whole;
  }

  /// Makes `folder` and all in it this account's own, where an earlier start ran under another.
  public void take(Path folder) {
    String owner = this == NOBODY ? NOBODY_ID : "0";
    try {
      if (this != OWN && !owner.equals(Files.getAttribute(folder, "unix:uid").toString())) {
        Commands.run(List.of("chown", "-R", owner + ":" + owner, folder.toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether this account can enter `folder`.
  public boolean reaches(Path folder) {
    return succeeds(wrap(List.of("test", "-x", folder.toString())));
  }

  private static boolean root() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      Commands.run(command);
      return true;
    } catch (Commands.Failed e) {
      return false;
    }
  }
}
