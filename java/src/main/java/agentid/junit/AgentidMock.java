package agentid.junit;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A mock of Microsoft Entra that runs. */
public final class AgentidMock implements AutoCloseable {
  private final String authorityHost;
  private final String caFile;
  private final Control control;
  private final OutputStream stdin;

  private AgentidMock(String authorityHost, String caFile, String controlToken, OutputStream stdin) {
    this.authorityHost = authorityHost;
    this.caFile = caFile;
    this.stdin = stdin;
    this.control = new Control(authorityHost, Trust.contextWith(caFile), controlToken);
    // So that clients of this process trust it that make no context of their own.
    SSLContext.setDefault(control.context());
  }

  /** Starts {@code agentid serve}, which ends with this process, or uses the mock that AGENTID_MOCK_URL names. */
  public static AgentidMock start() {
    var url = System.getenv("AGENTID_MOCK_URL");
    if (url != null && !url.isEmpty()) {
      var token = System.getenv("AGENTID_CONTROL_TOKEN");
      return new AgentidMock(url.replaceAll("/$", ""), System.getenv("AGENTID_CA_FILE"), token, OutputStream.nullOutputStream());
    }
    var command = new ArrayList<>(command());
    command.addAll(List.of("serve", "--port", "0", "--http-port", "0", "--json", "--exit-with-parent"));
    try {
      var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      var stdout = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
      var line = new BufferedReader(stdout).readLine();
      if (line == null) throw new IllegalStateException("'agentid serve' ended before it was ready; it says why above");
      var ready = new Gson().fromJson(line, JsonObject.class);
      var host = ready.get("authorityHost").getAsString();
      return new AgentidMock(host, ready.get("caFile").getAsString(), null, process.getOutputStream());
    } catch (IOException error) {
      throw new UncheckedIOException("the mock did not start: " + error.getMessage(), error);
    }
  }

  /** For example {@code https://localhost:8443}. */
  public String authorityHost() {
    return authorityHost;
  }

  /** A context that trusts the mock besides the authorities of Java. It is the default of this process, too. */
  public SSLContext sslContext() {
    return control.context();
  }

  /** Makes the tenant described, such as {@code Map.of("blueprints", List.of("Planner"))}; of an empty map, one like Contoso. */
  public AgentidTenant tenant(Map<String, ?> description) {
    var made = control.ask("POST", "tenants", null, description.isEmpty() ? null : description).getAsJsonObject();
    var type = new TypeToken<Map<String, String>>() {}.getType();
    Map<String, String> env = new HashMap<>(new Gson().<Map<String, String>>fromJson(made.get("env"), type));
    if (caFile != null) env.put("AGENTID_CA_FILE", caFile);
    return new AgentidTenant(made.get("tenantId").getAsString(), Map.copyOf(env), control);
  }

  /** Ends the mock, unless it ran before. */
  @Override
  public void close() {
    try {
      stdin.close();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** AGENTID_COMMAND, or the command of a node_modules folder here or above, or that on the PATH. */
  private static List<String> command() {
    var told = System.getenv("AGENTID_COMMAND");
    if (told != null && !told.isBlank()) return List.of(told.trim().split("\\s+"));
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var file = folder.resolve("node_modules/agentid-conformance/dist/cli/agentid.js");
      if (file.toFile().exists()) return List.of("node", file.toString());
    }
    return List.of("agentid");
  }
}
