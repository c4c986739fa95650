package agentid.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AgentidExtension.class)
class AgentidTenantTest {
  @Test
  void theAgentGetsAToken(AgentidTenant tenant) throws Exception {
    var env = tenant.env();
    assertEquals(3, redeem(env, t1(env), env.get("AGENTID_AGENT_ID")).split("\\.").length);
    assertEquals(List.of(), tenant.refusals());
  }

  @Test
  void noAgentUsesTheT1OfAnother(AgentidTenant tenant) throws Exception {
    var env = tenant.env();
    var t1 = t1(env);
    assertThrows(IOException.class, () -> redeem(env, t1, env.get("AGENTID_SECOND_AGENT_ID")));
    assertEquals(List.of("T1-AGENT"), tenant.refusals());
  }

  @Test
  void aT1ThatHasExpiredIsRefused(AgentidTenant tenant) throws Exception {
    var env = tenant.env();
    var t1 = t1(env);
    tenant.advance(7200);
    assertThrows(IOException.class, () -> redeem(env, t1, env.get("AGENTID_AGENT_ID")));
  }

  @Test
  void aTenantHasTheNamesThatYouGave(AgentidMock mock) throws Exception {
    var names = Map.of("blueprints", List.of("Planner"), "agentIdentities", List.of("Scheduler"));
    var env = mock.tenant(names).env();
    redeem(env, t1(env), env.get("AGENTID_AGENT_ID"));
  }

  @Test
  void aMistakeInAFaultIsAnError(AgentidTenant tenant) {
    tenant.fault(Map.of("status", 503));
    var error = assertThrows(IllegalArgumentException.class, () -> tenant.fault(Map.of("statu", 429)));
    assertTrue(error.getMessage().contains("statu"), error.getMessage());
  }

  @Test
  void aTokenOfAPersonIsMadeWithoutASignIn(AgentidTenant tenant) {
    var client = tenant.env().get("AGENTID_BLUEPRINT_CLIENT_ID");
    var user = tenant.env().get("AGENTID_AGENT_USER_NAME");
    var order = Map.of("kind", "user", "user", user, "client", client, "audience", client);
    assertEquals(3, tenant.token(order).split("\\.").length);
  }

  private static String t1(Map<String, String> env) throws Exception {
    return post(env, Map.of(
        "client_id", env.get("AGENTID_BLUEPRINT_CLIENT_ID"),
        "client_secret", env.get("AGENTID_BLUEPRINT_SECRET"),
        "grant_type", "client_credentials",
        "scope", "api://AzureADTokenExchange/.default",
        "fmi_path", env.get("AGENTID_AGENT_ID")));
  }

  private static String redeem(Map<String, String> env, String t1, String agent) throws Exception {
    return post(env, Map.of(
        "client_id", agent,
        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion", t1,
        "grant_type", "client_credentials",
        "scope", env.get("AGENTID_SCOPE")));
  }

  private static String post(Map<String, String> env, Map<String, String> form) throws Exception {
    var host = env.get("AGENTID_AUTHORITY_HOST");
    var url = URI.create(host + "/" + env.get("AGENTID_TENANT_ID") + "/oauth2/v2.0/token");
    var body = form.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    var request = HttpRequest.newBuilder(url)
        .header("content-type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
    // The default client trusts the mock.
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    var json = new Gson().fromJson(answer.body(), JsonObject.class);
    if (answer.statusCode() != 200) throw new IOException(json.get("error").getAsString());
    return json.get("access_token").getAsString();
  }
}
