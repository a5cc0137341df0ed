package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for `localhost` that nobody signed but itself, and its key, in PEM.
public record SelfMade(Path certificate, Path key, SSLContext trust) {
  private static final String WORD = "self-made";

  public static SelfMade in(Path folder) {
    try {
      Path store = folder.resolve("self-made.p12");
      String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      var made =
          new ProcessBuilder(
                  List.of(
                      tool,
                      "-genkeypair",
                      "-alias",
                      WORD,
                      "-keyalg",
                      "EC",
                      "-dname",
                      "CN=localhost",
                      "-ext",
                      "san=dns:localhost,ip:127.0.0.1",
                      "-ext",
                      "bc:c",
                      "-validity",
                      "2",
                      "-storetype",
                      "PKCS12",
                      "-storepass",
                      WORD,
                      "-keystore",
                      store.toString()))
              .inheritIO()
              .start();
      assertThat(made.waitFor()).isZero();
      var keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, WORD.toCharArray());
      }
      Path certificate = folder.resolve("certificate.pem");
      Path key = folder.resolve("key.pem");
      Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate(WORD).getEncoded()));
      Files.writeString(
          key, pem("PRIVATE KEY", keys.getKey(WORD, WORD.toCharArray()).getEncoded()));
      return new SelfMade(certificate, key, trusting(keys));
    } catch (IOException | InterruptedException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
    var only = KeyStore.getInstance("PKCS12");
    only.load(null, null);
    only.setCertificateEntry(WORD, keys.getCertificate(WORD));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(only);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static String pem(String what, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }
}
