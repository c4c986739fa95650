import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.OnBehalfOfParameters;
import com.microsoft.aad.msal4j.TokenSource;
import com.microsoft.aad.msal4j.UserAssertion;
import com.microsoft.aad.msal4j.UserFederatedIdentityCredentialParameters;
import com.microsoft.aad.msal4j.UserFederatedIdentityCredentialParameters.UserFederatedIdentityCredentialParametersBuilder;

/**
 * MSAL Java used the way its documentation says: one application for the blueprint, one for each
 * agent identity, T1 as a callback of the latter. What MSAL gets wrong is not mended here: that is
 * what the harness is to find.
 */
final class Client {
    private static final Map<String, String> EXCHANGE_AUDIENCES = Map.of(
        "public", "api://AzureADTokenExchange",
        "usGovernment", "api://AzureADTokenExchangeUSGov",
        "china", "api://AzureADTokenExchangeChina");
    private static final long TIMEOUT_SECONDS = 20;

    private final String authorityHost;
    private final String tenantId;
    private final boolean logPii;
    private final Set<String> exchangeScope;
    private final SSLSocketFactory trust;
    private final ConfidentialClientApplication blueprint;
    private final Map<List<String>, ConfidentialClientApplication> agents =
        new ConcurrentHashMap<>();

    Client(Map<String, Object> configuration) throws Exception {
        authorityHost = (String) configuration.get("authorityHost");
        tenantId = (String) configuration.get("tenantId");
        logPii = "trace".equals(configuration.get("logLevel"));
        exchangeScope = Set.of(
            EXCHANGE_AUDIENCES.get((String) configuration.get("cloud")) + "/.default");
        trust = trusting((String) configuration.get("caFile"));
        Map<String, Object> described = Json.object(configuration.get("blueprint"));
        Map<String, Object> credential = Json.object(described.get("credential"));
        boolean sendX5c = Boolean.TRUE.equals(credential.get("sendX5c"));
        blueprint = application(
            tenantId, (String) described.get("clientId"), credentialOf(credential), sendX5c);
    }

    Map<String, Object> acquire(Map<String, Object> request) throws Exception {
        String tenant = (String) request.getOrDefault("tenantId", tenantId);
        String agentIdentity = (String) request.get("agentIdentity");
        Set<String> scopes = new LinkedHashSet<>();
        ((Collection<?>) request.get("scopes")).forEach(scope -> scopes.add((String) scope));
        boolean forceRefresh = Boolean.TRUE.equals(request.get("forceRefresh"));
        String challenge = (String) request.get("claims");
        ClaimsRequest claims = challenge == null ? null : ClaimsRequest.formatAsClaimsRequest(challenge);

        var agent = agent(tenant, agentIdentity);
        CompletableFuture<IAuthenticationResult> acquired;
        switch ((String) request.get("flow")) {
            case "obo":
                var assertion = new UserAssertion((String) request.get("userAssertion"));
                acquired = agent.acquireToken(OnBehalfOfParameters.builder(scopes, assertion)
                    .skipCache(forceRefresh).claims(claims).build());
                break;
            case "agentUser":
                String t2 = agent.acquireToken(ClientCredentialParameters.builder(exchangeScope).build())
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS).accessToken();
                acquired = agent.acquireToken(asItsUser(scopes, request, t2)
                    .forceRefresh(forceRefresh).claims(claims).build());
                break;
            default:
                acquired = agent.acquireToken(ClientCredentialParameters.builder(scopes)
                    .tenant(tenant).skipCache(forceRefresh).claims(claims).build());
        }
        IAuthenticationResult result = acquired.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);

        Map<String, Object> token = new LinkedHashMap<>();
        token.put("accessToken", result.accessToken() == null ? "" : result.accessToken());
        token.put("expiresOn", result.expiresOnDate().toInstant().getEpochSecond());
        token.put("source", sourceOf(result.metadata().tokenSource()));
        return token;
    }

    private static UserFederatedIdentityCredentialParametersBuilder asItsUser(
            Set<String> scopes, Map<String, Object> request, String t2) {
        Map<String, Object> user = Json.object(request.get("user"));
        String oid = (String) user.get("oid");
        return oid == null
            ? UserFederatedIdentityCredentialParameters.builder(scopes, (String) user.get("upn"), t2)
            : UserFederatedIdentityCredentialParameters.builder(scopes, UUID.fromString(oid), t2);
    }

    /** MSAL leaves it out of what comes from its cache. */
    private static String sourceOf(TokenSource source) {
        if (source == TokenSource.IDENTITY_PROVIDER) return "network";
        return source == TokenSource.CACHE ? "cache" : "unknown";
    }

    private ConfidentialClientApplication agent(String tenant, String agentIdentity)
            throws Exception {
        List<String> key = List.of(tenant, agentIdentity);
        ConfidentialClientApplication known = agents.get(key);
        if (known != null) return known;
        IClientCredential t1 = ClientCredentialFactory.createFromCallback(() -> {
            var parameters = ClientCredentialParameters.builder(exchangeScope)
                .tenant(tenant).fmiPath(agentIdentity).build();
            return blueprint.acquireToken(parameters)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS).accessToken();
        });
        var created = application(tenant, agentIdentity, t1, false);
        var earlier = agents.putIfAbsent(key, created);
        return earlier == null ? created : earlier;
    }

    private ConfidentialClientApplication application(
            String tenant, String clientId, IClientCredential credential, boolean sendX5c)
            throws Exception {
        return ConfidentialClientApplication.builder(clientId, credential)
            .authority(authorityHost + "/" + tenant + "/")
            .sslSocketFactory(trust)
            .sendX5c(sendX5c)
            .logPii(logPii)
            .build();
    }

    private static IClientCredential credentialOf(Map<String, Object> credential)
            throws Exception {
        String type = (String) credential.get("type");
        switch (type) {
            case "secret":
                return ClientCredentialFactory.createFromSecret((String) credential.get("value"));
            case "certificate":
                return ClientCredentialFactory.createFromCertificateChain(
                    privateKey((String) credential.get("privateKeyFile")),
                    certificates((String) credential.get("certificateFile")));
            case "assertionFile":
                Path file = Path.of((String) credential.get("file"));
                return ClientCredentialFactory.createFromCallback(
                    () -> Files.readString(file).strip());
            default:
                // MSAL finds a managed identity in the environment, and Java cannot change its own.
                throw Failure.unsupported("the credential " + type);
        }
    }

    private static PrivateKey privateKey(String file) throws Exception {
        String base64 = Files.readString(Path.of(file)).replaceAll("-----[^-]+-----|\\s", "");
        var specification = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
        return KeyFactory.getInstance("RSA").generatePrivate(specification);
    }

    private static List<X509Certificate> certificates(String file) throws Exception {
        List<X509Certificate> chain = new ArrayList<>();
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            var factory = CertificateFactory.getInstance("X.509");
            for (Certificate one : factory.generateCertificates(pem)) {
                chain.add((X509Certificate) one);
            }
        }
        return chain;
    }

    private static SSLSocketFactory trusting(String caFile) throws Exception {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null, null);
        for (X509Certificate root : certificates(caFile)) {
            roots.setCertificateEntry(root.getSerialNumber().toString(), root);
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
