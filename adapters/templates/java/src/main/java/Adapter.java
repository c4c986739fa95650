import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * An adapter lets the conformance harness drive your library. It speaks agentid-adapter/1: one JSON
 * object per line, requests on stdin, replies on stdout. Logs belong on stderr.
 */
public final class Adapter {
    /** What your library can do: nothing else is asked of it. Say what is true of it. */
    private static final JsonElement CAPABILITIES = JsonParser.parseString("""
        {
          "flows": ["autonomous"],
          "credentials": ["secret", "assertionFile"],
          "redirect": ["authority"],
          "schemes": ["https"],
          "clouds": ["public", "usGovernment", "china"],
          "tenantPerCall": true,
          "forceRefresh": true,
          "cache": { "enabled": false },
          "retry": { "policy": "none" },
          "errorFields": ["code", "status", "aadsts", "correlationId"],
          "checksToken": true
        }
        """);

    // ---------- CALL YOUR LIBRARY HERE: replace all down to the end mark ----------

    /** Made by configure and reset: a new client object, with empty caches. */
    static final class Client {
        private static final Map<String, String> EXCHANGE_AUDIENCES = Map.of(
            "public", "api://AzureADTokenExchange",
            "usGovernment", "api://AzureADTokenExchangeUSGov",
            "china", "api://AzureADTokenExchangeChina");
        private static final Pattern GUID =
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        private static final Duration TIMEOUT = Duration.ofSeconds(20);

        private final JsonObject configuration;
        private final JsonObject blueprint;
        private final HttpClient http;

        Client(JsonObject configuration) throws Exception {
            this.configuration = configuration;
            blueprint = configuration.getAsJsonObject("blueprint");
            String type = text(blueprint.getAsJsonObject("credential"), "type");
            if (!List.of("secret", "assertionFile").contains(type)) {
                throw Failure.unsupported("the credential " + type);
            }
            if (!text(configuration, "authorityHost").startsWith("https://")) {
                throw new Failure("client", "authorityHost is not https");
            }
            // Redirects are not followed: no credential is carried on to wherever one leads.
            http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TIMEOUT)
                .sslContext(trusting(text(configuration, "caFile")))
                .build();
        }

        /** Returns the token, or throws a Failure. */
        Map<String, Object> acquire(JsonObject request) throws Exception {
            String named = text(request, "agentIdentity");
            if (!GUID.matcher(named).matches()) {
                throw new Failure("client", "agentIdentity is not a GUID");
            }
            // T1 names it in the letters of the request, and step 2 has to use the same.
            String agentIdentity = named.toLowerCase();
            JsonArray scopes = request.getAsJsonArray("scopes");
            if (scopes.isEmpty()) throw new Failure("client", "scopes is empty");
            String tenant = text(request.has("tenantId") ? request : configuration, "tenantId");
            URI url = URI.create(text(configuration, "authorityHost")
                + "/" + encoded(tenant) + "/oauth2/v2.0/token");

            // Step 1: the blueprint proves itself and gets T1 for the agent identity.
            Map<String, String> form = new LinkedHashMap<>();
            form.put("client_id", text(blueprint, "clientId"));
            form.put("scope", EXCHANGE_AUDIENCES.get(text(configuration, "cloud")) + "/.default");
            form.put("grant_type", "client_credentials");
            form.put("fmi_path", agentIdentity);
            form.putAll(proof());
            String t1 = (String) requestToken(url, form).get("accessToken");

            // Step 2: the agent identity presents T1 and gets its token for the resource.
            form = new LinkedHashMap<>();
            form.put("client_id", agentIdentity);
            form.put("scope", scopes.asList().stream()
                .map(JsonElement::getAsString).collect(Collectors.joining(" ")));
            form.put("grant_type", "client_credentials");
            form.putAll(assertion(t1));
            return requestToken(url, form);
        }

        /** The file is read for every request, because others replace the JWT in it. */
        private Map<String, String> proof() throws IOException {
            JsonObject credential = blueprint.getAsJsonObject("credential");
            if (text(credential, "type").equals("secret")) {
                return Map.of("client_secret", text(credential, "value"));
            }
            return assertion(Files.readString(Path.of(text(credential, "file"))).strip());
        }

        private static Map<String, String> assertion(String jwt) {
            return Map.of(
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", jwt);
        }

        private Map<String, Object> requestToken(URI url, Map<String, String> form)
                throws Exception {
            HttpResponse<String> response = post(url, form);
            JsonObject answer = parsed(response.body());
            if (response.statusCode() != 200) throw refusal(response.statusCode(), answer);
            String token = text(answer, "access_token");
            if (token.isEmpty()) throw unusable("it holds no token");
            if (!text(answer, "token_type").equalsIgnoreCase("Bearer")) {
                throw unusable("token_type is not Bearer");
            }
            if (!isIssuedTo(token, form.get("client_id"))) {
                throw unusable("the token is of another client");
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("accessToken", token);
            result.put("source", "network");
            String seconds = text(answer, "expires_in");
            if (seconds.matches("\\d{1,9}")) {
                result.put("expiresOn", Instant.now().getEpochSecond() + Long.parseLong(seconds));
            }
            return result;
        }

        private HttpResponse<String> post(URI url, Map<String, String> form) throws Exception {
            String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
            HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (HttpTimeoutException late) {
                throw new Failure("timeout", "no answer in time");
            } catch (IOException gone) {
                throw new Failure("server", "no answer: " + gone.getClass().getSimpleName());
            }
        }

        /** A token that cannot be read says nothing against itself. */
        private static boolean isIssuedTo(String token, String clientId) {
            String[] parts = token.split("\\.");
            if (parts.length < 2) return true;
            try {
                byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
                JsonObject claims = parsed(new String(payload, StandardCharsets.UTF_8));
                String azp = text(claims, claims.has("azp") ? "azp" : "appid");
                return claims.isEmpty() || azp.equalsIgnoreCase(clientId);
            } catch (IllegalArgumentException noBase64) {
                return true;
            }
        }

        /** The prose of an answer is not passed on: it may repeat what was sent. */
        private static Failure refusal(int status, JsonObject answer) {
            StringBuilder message = new StringBuilder("refused: " + status);
            String code = text(answer, "error");
            boolean isCode = code.matches("[a-z_]{1,40}");
            if (isCode) message.append(' ').append(code);
            List<Integer> numbers = List.of();
            if (answer.get("error_codes") instanceof JsonArray codes) {
                numbers = codes.asList().stream().map(JsonElement::toString)
                    .filter(number -> number.matches("\\d{1,9}")).map(Integer::valueOf).toList();
            }
            numbers.forEach(number -> message.append(" AADSTS").append(number));
            Failure failure = new Failure("server", message.toString());
            failure.reply.put("status", status);
            if (isCode) failure.reply.put("code", code);
            if (!numbers.isEmpty()) failure.reply.put("aadsts", numbers);
            String correlationId = text(answer, "correlation_id");
            if (GUID.matcher(correlationId).matches()) {
                failure.reply.put("correlationId", correlationId);
            }
            return failure;
        }

        private static Failure unusable(String why) {
            Failure failure = new Failure("server", "the answer is unusable: " + why);
            failure.reply.put("status", 200);
            return failure;
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        private static SSLContext trusting(String caFile) throws Exception {
            if (caFile.isEmpty()) return SSLContext.getDefault();
            KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
            roots.load(null, null);
            try (InputStream pem = Files.newInputStream(Path.of(caFile))) {
                for (var root : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                    roots.setCertificateEntry("root-" + roots.size(), root);
                }
            }
            var managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        }
    }

    // ---------- END of what is your library's. The rest is the protocol. ----------

    /** An error of the protocol. Its kind is server, client, timeout or unsupported. */
    static final class Failure extends Exception {
        final transient Map<String, Object> reply = new LinkedHashMap<>();

        Failure(String kind, String message) {
            super(message);
            reply.put("kind", kind);
            reply.put("message", message);
        }

        static Failure unsupported(String what) {
            return new Failure("unsupported", what + " is not supported");
        }
    }

    private static final Gson GSON = new Gson();
    private final PrintStream stdout = System.out;
    private JsonObject configuration;
    private Client client;

    public static void main(String[] arguments) throws Exception {
        Adapter adapter = new Adapter();
        // Whatever else prints does so on stderr.
        System.setOut(System.err);
        adapter.serve(
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        System.exit(0);
    }

    private void serve(BufferedReader lines) throws Exception {
        ExecutorService calls = Executors.newCachedThreadPool();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonObject message = parsed(line);
            Client current = client;
            // Only acquire overlaps; what follows a configure finds it done.
            if (text(message, "op").equals("acquire")) {
                calls.submit(() -> reply(message, current));
                continue;
            }
            reply(message, current);
            if (text(message, "op").equals("shutdown")) return;
        }
        // What is under way may end, within the 5 seconds of the protocol.
        calls.shutdown();
        calls.awaitTermination(4, TimeUnit.SECONDS);
    }

    private void reply(JsonObject message, Client current) {
        Map<String, Object> reply = new LinkedHashMap<>();
        if (message.has("id")) reply.put("id", message.get("id"));
        try {
            Map<String, Object> result = perform(message, current);
            reply.put("ok", true);
            reply.putAll(result);
        } catch (Failure failure) {
            reply.put("ok", false);
            reply.put("error", failure.reply);
        } catch (Exception thrown) {
            thrown.printStackTrace();
            String text = thrown.getClass().getSimpleName() + " in the adapter";
            reply.put("ok", false);
            reply.put("error", new Failure("client", text).reply);
        }
        byte[] line = (GSON.toJson(reply) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (stdout) {
            stdout.write(line, 0, line.length);
            stdout.flush();
        }
    }

    private Map<String, Object> perform(JsonObject message, Client current) throws Exception {
        String operation = text(message, "op");
        switch (operation) {
            case "hello":
                return Map.of("name", "template-java", "version", "1.0.0", "language", "java",
                    "capabilities", CAPABILITIES);
            case "configure":
                client = null;
                client = new Client(message);
                configuration = message;
                return Map.of();
            case "acquire":
                if (!text(message, "flow").equals("autonomous")) {
                    throw Failure.unsupported("the flow " + text(message, "flow"));
                }
                return Map.of("token", configured(current).acquire(message));
            case "reset":
                configured(current);
                client = new Client(configuration);
                return Map.of();
            case "shutdown":
                return Map.of();
            default:
                throw Failure.unsupported("the operation " + operation);
        }
    }

    private static Client configured(Client current) throws Failure {
        if (current == null) throw new Failure("client", "configure comes first");
        return current;
    }

    /** Empty where it is no JSON object. */
    static JsonObject parsed(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject object
                ? object : new JsonObject();
        } catch (JsonParseException noJson) {
            return new JsonObject();
        }
    }

    /** Empty where the member is absent, null or no text or number. */
    static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
    }
}
