package agentid.junit;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;

/** The control API of the mock, with the trust and the token that it needs. */
record Control(String host, SSLContext context, String token) {
  private static final Gson GSON = new Gson();

  /** @throws IllegalArgumentException that says what the mock expected, if it refuses */
  JsonElement ask(String method, String path, String tenantId, Object body) {
    var query = tenantId == null ? "" : "?tenant=" + tenantId;
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(GSON.toJson(body));
    var request = HttpRequest.newBuilder(URI.create(host + "/_mock/" + path + query)).method(method, publisher);
    if (body != null) request.header("content-type", "application/json");
    if (token != null) request.header("authorization", "Bearer " + token);
    try {
      var client = HttpClient.newBuilder().sslContext(context).build();
      var answer = client.send(request.build(), BodyHandlers.ofString());
      var json = answer.body().isEmpty() ? JsonNull.INSTANCE : GSON.fromJson(answer.body(), JsonElement.class);
      if (answer.statusCode() < 400) return json;
      throw new IllegalArgumentException("the mock refused " + method + " /_mock/" + path + ": " + problemIn(json));
    } catch (IOException error) {
      throw new UncheckedIOException("no mock answers at " + host + ": " + error.getMessage(), error);
    } catch (InterruptedException error) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(error);
    }
  }

  private static String problemIn(JsonElement answer) {
    var problem = answer.getAsJsonObject();
    var problems = StreamSupport.stream(problem.getAsJsonArray("problems").spliterator(), false);
    return Stream.concat(Stream.of(problem.get("error")), problems)
        .map(JsonElement::getAsString)
        .collect(Collectors.joining("\n  "));
  }
}
