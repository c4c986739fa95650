package agentid.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trust in an authority of one's own besides those of Java. */
final class Trust {
  private Trust() {}

  /** @param caFile the certificate of the authority in PEM; null: none */
  static SSLContext contextWith(String caFile) {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (var known : managerOf(null).getAcceptedIssuers()) {
        store.setCertificateEntry(known.getSerialNumber() + known.getSubjectX500Principal().getName(), known);
      }
      if (caFile != null) store.setCertificateEntry("agentid-conformance", certificateIn(caFile));
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {managerOf(store)}, null);
      return context;
    } catch (GeneralSecurityException | IOException error) {
      throw new IllegalStateException("cannot trust " + caFile + ": " + error.getMessage(), error);
    }
  }

  private static X509Certificate certificateIn(String file) throws IOException, GeneralSecurityException {
    try (var pem = Files.newInputStream(Path.of(file))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  private static X509TrustManager managerOf(KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (var manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager found) return found;
    }
    throw new GeneralSecurityException("Java has no trust manager for X.509");
  }
}
