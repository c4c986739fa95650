// An adapter lets the conformance harness drive your library. It speaks agentid-adapter/1: one JSON
// object per line, requests on stdin, replies on stdout. Logs belong on stderr.
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
// Whatever else prints does so on stderr.
Console.SetOut(Console.Error);
return await new Adapter(output).Serve(input);

// ---------- CALL YOUR LIBRARY HERE: replace all down to the end mark ----------

/// <summary>Made by configure and reset: a new client object, with empty caches.</summary>
internal sealed class Client
{
    private const string Guid = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\z";
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);
    private static readonly Dictionary<string, string> ExchangeAudiences = new()
    {
        ["public"] = "api://AzureADTokenExchange",
        ["usGovernment"] = "api://AzureADTokenExchangeUSGov",
        ["china"] = "api://AzureADTokenExchangeChina",
    };

    private readonly string authorityHost;
    private readonly string tenantId;
    private readonly string audience;
    private readonly string blueprintClientId;
    private readonly JsonObject credential;
    private readonly HttpClient http;

    public Client(JsonObject configuration)
    {
        authorityHost = Json.Text(configuration, "authorityHost");
        tenantId = Json.Text(configuration, "tenantId");
        audience = ExchangeAudiences[Json.Text(configuration, "cloud")];
        var blueprint = Json.Object(configuration, "blueprint");
        blueprintClientId = Json.Text(blueprint, "clientId");
        credential = Json.Object(blueprint, "credential");
        var type = Json.Text(credential, "type");
        if (type is not ("secret" or "assertionFile"))
        {
            throw Failure.Unsupported($"the credential {type}");
        }
        if (!authorityHost.StartsWith("https://", StringComparison.Ordinal))
        {
            throw new Failure("client", "authorityHost is not https");
        }
        var handler = new SocketsHttpHandler
        {
            // A credential is not carried on to wherever a redirect leads.
            AllowAutoRedirect = false,
            SslOptions = Trusting(Json.Text(configuration, "caFile")),
        };
        http = new HttpClient(handler) { Timeout = Timeout };
    }

    /// <summary>Returns the token, or throws a Failure.</summary>
    public async Task<JsonObject> Acquire(JsonObject request)
    {
        var agentIdentity = Json.Text(request, "agentIdentity");
        if (!Regex.IsMatch(agentIdentity, Guid))
        {
            throw new Failure("client", "agentIdentity is not a GUID");
        }
        // T1 names it in the letters of the request, and step 2 has to use the same.
        agentIdentity = agentIdentity.ToLowerInvariant();
        var asked = request["scopes"] as JsonArray ?? new JsonArray();
        var scopes = asked.Select(scope => $"{scope}").ToList();
        if (scopes.Count == 0) throw new Failure("client", "scopes is empty");
        var named = Json.Text(request, "tenantId");
        var tenant = Uri.EscapeDataString(named == "" ? tenantId : named);
        var url = $"{authorityHost}/{tenant}/oauth2/v2.0/token";

        // Step 1: the blueprint proves itself and gets T1 for the agent identity.
        var form = new Dictionary<string, string>
        {
            ["client_id"] = blueprintClientId,
            ["scope"] = $"{audience}/.default",
            ["grant_type"] = "client_credentials",
            ["fmi_path"] = agentIdentity,
        };
        await Prove(form);
        var t1 = await RequestToken(url, form);

        // Step 2: the agent identity presents T1 and gets its token for the resource.
        return await RequestToken(url, new Dictionary<string, string>
        {
            ["client_id"] = agentIdentity,
            ["scope"] = string.Join(' ', scopes),
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = AssertionType,
            ["client_assertion"] = Json.Text(t1, "accessToken"),
        });
    }

    /// <summary>The file is read for every request, because others replace the JWT in it.</summary>
    private async Task Prove(Dictionary<string, string> form)
    {
        if (Json.Text(credential, "type") == "secret")
        {
            form["client_secret"] = Json.Text(credential, "value");
            return;
        }
        var jwt = await File.ReadAllTextAsync(Json.Text(credential, "file"));
        form["client_assertion_type"] = AssertionType;
        form["client_assertion"] = jwt.Trim();
    }

    private async Task<JsonObject> RequestToken(string url, Dictionary<string, string> form)
    {
        var (status, text) = await Post(url, form);
        var answer = Json.Parse(text);
        if (status != 200) throw Refusal(status, answer);
        var token = Json.Text(answer, "access_token");
        if (token == "") throw Unusable("it holds no token");
        if (!Same(Json.Text(answer, "token_type"), "Bearer"))
        {
            throw Unusable("token_type is not Bearer");
        }
        if (!IsIssuedTo(token, form["client_id"]))
        {
            throw Unusable("the token is of another client");
        }
        var result = new JsonObject { ["accessToken"] = token, ["source"] = "network" };
        if (int.TryParse(Json.Text(answer, "expires_in"), out var seconds))
        {
            result["expiresOn"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + seconds;
        }
        return result;
    }

    private async Task<(int Status, string Text)> Post(string url, Dictionary<string, string> form)
    {
        try
        {
            using var body = new FormUrlEncodedContent(form);
            using var response = await http.PostAsync(url, body);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (TaskCanceledException)
        {
            throw new Failure("timeout", "no answer in time");
        }
        catch (HttpRequestException gone)
        {
            throw new Failure("server", $"no answer: {gone.HttpRequestError}");
        }
    }

    /// <summary>A token that cannot be read says nothing against itself.</summary>
    private static bool IsIssuedTo(string token, string clientId)
    {
        var parts = token.Split('.');
        if (parts.Length < 2) return true;
        var base64 = parts[1].Replace('-', '+').Replace('_', '/');
        var bytes = new byte[base64.Length];
        var padded = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        if (!Convert.TryFromBase64String(padded, bytes, out var count)) return true;
        var claims = Json.Parse(Encoding.UTF8.GetString(bytes, 0, count));
        if (claims.Count == 0) return true;
        return Same(Json.Text(claims, claims.ContainsKey("azp") ? "azp" : "appid"), clientId);
    }

    /// <summary>The prose of an answer is not passed on: it may repeat what was sent.</summary>
    private static Failure Refusal(int status, JsonObject answer)
    {
        var code = Json.Text(answer, "error");
        var isCode = Regex.IsMatch(code, @"^[a-z_]{1,40}\z");
        var numbers = (answer["error_codes"] as JsonArray ?? new JsonArray())
            .Where(number => number is JsonValue value && value.TryGetValue<int>(out _))
            .Select(number => number!.GetValue<int>()).ToList();
        var words = numbers.Select(number => $" AADSTS{number}");
        var message = $"refused: {status}{(isCode ? $" {code}" : "")}{string.Concat(words)}";
        var failure = new Failure("server", message);
        failure.Reply["status"] = status;
        if (isCode) failure.Reply["code"] = code;
        if (numbers.Count > 0)
        {
            var nodes = numbers.Select(number => (JsonNode?)JsonValue.Create(number));
            failure.Reply["aadsts"] = new JsonArray(nodes.ToArray());
        }
        var correlationId = Json.Text(answer, "correlation_id");
        if (Regex.IsMatch(correlationId, Guid)) failure.Reply["correlationId"] = correlationId;
        return failure;
    }

    private static Failure Unusable(string why)
    {
        var failure = new Failure("server", $"the answer is unusable: {why}");
        failure.Reply["status"] = 200;
        return failure;
    }

    private static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static SslClientAuthenticationOptions Trusting(string caFile)
    {
        var options = new SslClientAuthenticationOptions();
        if (caFile == "") return options;
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.ImportFromPemFile(caFile);
        options.CertificateChainPolicy = policy;
        return options;
    }
}

// ---------- END of what is your library's. The rest is the protocol. ----------

/// <summary>An error of the protocol. Its kind is server, client, timeout or unsupported.</summary>
internal sealed class Failure : Exception
{
    public JsonObject Reply { get; }

    public Failure(string kind, string message)
        : base(message)
    {
        Reply = new JsonObject { ["kind"] = kind, ["message"] = message };
    }

    public static Failure Unsupported(string what) =>
        new("unsupported", $"{what} is not supported");
}

internal static class Json
{
    /// <summary>Empty where it is no JSON object.</summary>
    public static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? new JsonObject();
        }
        catch (System.Text.Json.JsonException)
        {
            return new JsonObject();
        }
    }

    public static JsonObject Object(JsonObject parent, string name) =>
        parent[name] as JsonObject ?? new JsonObject();

    /// <summary>Empty where the member is absent, null or no text or number.</summary>
    public static string Text(JsonObject parent, string name) =>
        parent[name] is JsonValue value ? value.ToString() : "";
}

internal sealed class Adapter(StreamWriter output)
{
    // What your library can do: nothing else is asked of it. Say what is true of it.
    private const string Capabilities = """
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
        """;

    private readonly SemaphoreSlim writing = new(1);
    private JsonObject configuration = new();
    private Client? client;

    public async Task<int> Serve(StreamReader input)
    {
        var calls = new List<Task>();
        while (await input.ReadLineAsync() is { } line)
        {
            var message = Json.Parse(line);
            var operation = Json.Text(message, "op");
            // Only acquire overlaps; what follows a configure finds it done.
            if (operation == "acquire")
            {
                var current = client;
                calls.Add(Task.Run(() => Answer(message, current)));
                continue;
            }
            await Answer(message, client);
            if (operation == "shutdown") return 0;
        }
        // What is under way may end, within the 5 seconds of the protocol.
        await Task.WhenAny(Task.WhenAll(calls), Task.Delay(TimeSpan.FromSeconds(4)));
        return 0;
    }

    private async Task Answer(JsonObject message, Client? current)
    {
        var reply = new JsonObject();
        try
        {
            reply = await Perform(message, current);
            reply["ok"] = true;
        }
        catch (Failure failure)
        {
            reply["ok"] = false;
            reply["error"] = failure.Reply;
        }
        catch (Exception thrown)
        {
            await Console.Error.WriteLineAsync(thrown.ToString());
            reply["ok"] = false;
            reply["error"] = new Failure("client", $"{thrown.GetType().Name} in the adapter").Reply;
        }
        if (message["id"] is { } id) reply["id"] = id.DeepClone();
        await writing.WaitAsync();
        try
        {
            await output.WriteAsync(reply.ToJsonString() + "\n");
            await output.FlushAsync();
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task<JsonObject> Perform(JsonObject message, Client? current)
    {
        var operation = Json.Text(message, "op");
        switch (operation)
        {
            case "hello":
                return new JsonObject
                {
                    ["name"] = "template-csharp",
                    ["version"] = "1.0.0",
                    ["language"] = "csharp",
                    ["capabilities"] = JsonNode.Parse(Capabilities),
                };
            case "configure":
                client = null;
                client = new Client(message);
                configuration = message;
                return new JsonObject();
            case "acquire":
                var flow = Json.Text(message, "flow");
                if (flow != "autonomous") throw Failure.Unsupported($"the flow {flow}");
                return new JsonObject { ["token"] = await Configured(current).Acquire(message) };
            case "reset":
                Configured(current);
                client = new Client(configuration);
                return new JsonObject();
            case "shutdown":
                return new JsonObject();
            default:
                throw Failure.Unsupported($"the operation {operation}");
        }
    }

    private static Client Configured(Client? current) =>
        current ?? throw new Failure("client", "configure comes first");
}
