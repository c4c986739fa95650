package agentid.junit;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A tenant for one test: nothing else sees its objects, clock, faults and journal. */
public final class AgentidTenant {
  private final String tenantId;
  private final Map<String, String> env;
  private final Control control;

  AgentidTenant(String tenantId, Map<String, String> env, Control control) {
    this.tenantId = tenantId;
    this.env = env;
    this.control = control;
  }

  public String tenantId() {
    return tenantId;
  }

  /** Variables for the program under test: the mock, the tenant, its blueprint and agent identities. */
  public Map<String, String> env() {
    return env;
  }

  /** Moves the clock of the tenant. */
  public void advance(long seconds) {
    control.ask("PUT", "clock", tenantId, Map.of("advanceSeconds", seconds));
  }

  /**
   * Adds a fault to the next answer that it matches, such as {@code Map.of("status", 429)}.
   *
   * @throws IllegalArgumentException that says what is wrong with the fault
   */
  public void fault(Map<String, ?> fault) {
    control.ask("POST", "faults", tenantId, fault);
  }

  /** What the tenant was asked and what it answered, oldest first. Secrets are masked. */
  public List<JsonObject> journal() {
    var requests = control.ask("GET", "requests", tenantId, null).getAsJsonObject().getAsJsonArray("requests");
    return StreamSupport.stream(requests.spliterator(), false).map(one -> one.getAsJsonObject()).toList();
  }

  /** The rules under which the tenant refused requests, oldest first, such as T1-AGENT. */
  public List<String> refusals() {
    return journal().stream()
        .map(entry -> entry.getAsJsonObject("outcome").get("refused"))
        .filter(rule -> rule != null)
        .map(rule -> rule.getAsString())
        .toList();
  }

  /** Makes a token, good or forged, such as {@code Map.of("kind", "user", "user", …, "client", …, "audience", …)}. */
  public String token(Map<String, ?> order) {
    return control.ask("POST", "tokens", tenantId, order).getAsJsonObject().get("token").getAsString();
  }

  void remove() {
    control.ask("DELETE", "tenants/" + tenantId, null, null);
  }
}
