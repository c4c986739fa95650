import static java.util.Map.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** MSAL Java behind agentid-adapter/1: JSON lines, requests on stdin, replies on stdout. */
public final class Adapter {
    private static final Map<String, Object> CAPABILITIES = Map.ofEntries(
        entry("flows", List.of("autonomous", "agentUser", "obo")),
        entry("userIds", List.of("oid", "upn")),
        entry("claims", true),
        entry("credentials", List.of("secret", "certificate", "assertionFile")),
        // Its cache never answers where the authority has a port: the authority stays Microsoft's.
        entry("redirect", List.of("impersonate")),
        entry("schemes", List.of("https")),
        entry("clouds", List.of("public", "usGovernment", "china")),
        entry("tenantPerCall", true),
        entry("forceRefresh", true),
        entry("cache", Map.of("enabled", true, "skewSeconds", 300, "singleFlight", false)),
        entry("retry", Map.of("policy", "client")),
        entry("errorFields",
            List.of("code", "status", "aadsts", "correlationId", "suberror", "claims")));

    private final PrintStream stdout;
    private Map<String, Object> configuration;
    private Client client;

    private Adapter(PrintStream stdout) {
        this.stdout = stdout;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream stdout = System.out;
        // Whatever else prints does so on stderr.
        System.setOut(System.err);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "trace");
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new Adapter(stdout).serve(lines);
        System.exit(0);
    }

    private void serve(BufferedReader lines) throws Exception {
        ExecutorService calls = Executors.newCachedThreadPool();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Map<String, Object> message = parsed(line);
            // Only acquire overlaps; what follows a configure finds it done.
            if ("acquire".equals(message.get("op"))) {
                Client current = client;
                calls.submit(() -> reply(message, current));
                continue;
            }
            reply(message, client);
            if ("shutdown".equals(message.get("op"))) return;
        }
        // What is under way may end, within the 5 seconds of the protocol.
        calls.shutdown();
        calls.awaitTermination(4, TimeUnit.SECONDS);
    }

    private static Map<String, Object> parsed(String line) {
        try {
            return Json.parse(line);
        } catch (IOException | RuntimeException noJson) {
            return Map.of();
        }
    }

    private void reply(Map<String, Object> message, Client current) {
        Map<String, Object> reply = new LinkedHashMap<>();
        if (message.get("id") != null) reply.put("id", message.get("id"));
        try {
            Map<String, Object> result = perform(message, current);
            reply.put("ok", true);
            reply.putAll(result);
        } catch (Failure failure) {
            reply.put("ok", false);
            reply.put("error", failure.reply);
        } catch (Exception thrown) {
            reply.put("ok", false);
            reply.put("error", Failure.of(thrown).reply);
        }
        write(reply);
    }

    private synchronized void write(Map<String, Object> reply) {
        try {
            stdout.write((Json.text(reply) + "\n").getBytes(StandardCharsets.UTF_8));
            stdout.flush();
        } catch (IOException gone) {
            System.exit(1);
        }
    }

    private Map<String, Object> perform(Map<String, Object> message, Client current)
            throws Exception {
        String operation = String.valueOf(message.get("op"));
        switch (operation) {
            case "hello":
                return Map.of("name", "msal-java", "version", version(), "language", "java",
                    "capabilities", CAPABILITIES);
            case "configure":
                client = null;
                client = new Client(message);
                configuration = message;
                return Map.of();
            case "acquire":
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

    /** MSAL's jar names its version in its manifest. */
    private static String version() {
        Package msal = com.microsoft.aad.msal4j.PublicClientApplication.class.getPackage();
        String version = msal.getImplementationVersion();
        return version == null ? "unknown" : version;
    }
}
