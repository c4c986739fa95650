"""An adapter lets the conformance harness drive your library. It speaks agentid-adapter/1: one
JSON object per line, requests on stdin, replies on stdout. Logs belong on stderr."""

import base64
import json
import os
import re
import ssl
import sys
import threading
import time
import traceback
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor, wait

# What your library can do: nothing else is asked of it. Say what is true of it.
CAPABILITIES = {
    "flows": ["autonomous", "agentUser", "obo"],
    "credentials": ["secret", "assertionFile"],
    "redirect": ["authority"],
    "schemes": ["https"],
    "clouds": ["public", "usGovernment", "china"],
    "tenantPerCall": True,
    "forceRefresh": True,
    "cache": {"enabled": False},
    "retry": {"policy": "none"},
    "claims": True,
    "errorFields": ["code", "status", "aadsts", "correlationId", "suberror", "claims"],
    "checksToken": True,
}


class Failure(Exception):
    """`kind` is server, client, timeout or unsupported."""

    def __init__(self, kind, message, **details):
        super().__init__(message)
        self.reply = {"kind": kind, "message": message, **details}


# ---------- CALL YOUR LIBRARY HERE: replace all down to the end mark ----------

EXCHANGE_AUDIENCES = {
    "public": "api://AzureADTokenExchange",
    "usGovernment": "api://AzureADTokenExchangeUSGov",
    "china": "api://AzureADTokenExchangeChina",
}
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
TIMEOUT_SECONDS = 20


class Client:
    """Made by `configure` and `reset`: a new client object, with empty caches."""

    def __init__(self, configuration):
        self.authority_host = configuration["authorityHost"]
        self.tenant_id = configuration["tenantId"]
        self.audience = EXCHANGE_AUDIENCES[configuration["cloud"]]
        self.blueprint = configuration["blueprint"]
        if self.blueprint["credential"]["type"] not in CAPABILITIES["credentials"]:
            raise Failure("unsupported", "this credential is not supported")
        if not self.authority_host.startswith("https://"):
            raise Failure("client", "authorityHost is not https")
        trust = ssl.create_default_context(cafile=configuration.get("caFile") or None)
        self.http = urllib.request.build_opener(
            urllib.request.HTTPSHandler(context=trust), NoRedirect
        )

    def acquire(self, request):
        """Returns the token, or raises a Failure."""
        agent_identity, scopes = request["agentIdentity"], request["scopes"]
        tenant_id = request.get("tenantId") or self.tenant_id
        if not GUID.fullmatch(agent_identity):
            raise Failure("client", "agentIdentity is not a GUID")
        if not scopes:
            raise Failure("client", "scopes is empty")
        person = person_of(request, self.blueprint["clientId"])
        # T1 names it in the letters of the request, and step 2 has to use the same.
        agent_identity = agent_identity.lower()
        tenant = urllib.parse.quote(tenant_id, safe="")
        url = f"{self.authority_host}/{tenant}/oauth2/v2.0/token"

        # Step 1: the blueprint proves itself and gets T1 for the agent identity.
        t1 = self.request_token(url, {
            "client_id": self.blueprint["clientId"],
            "scope": f"{self.audience}/.default",
            "grant_type": "client_credentials",
            "fmi_path": agent_identity,
            **proof_of(self.blueprint["credential"]),
        })
        # From here on the agent identity proves itself with T1.
        agent = {"client_id": agent_identity, **assertion(t1["accessToken"])}
        wanted = {**agent, "scope": " ".join(scopes)}
        if request.get("claims"):
            wanted["claims"] = request["claims"]
        # Step 2: it gets its own token for the resource,
        if request["flow"] == "autonomous":
            return self.request_token(url, {**wanted, "grant_type": "client_credentials"})
        # or exchanges the token of the person who called it,
        if request["flow"] == "obo":
            return self.request_token(url, {
                **wanted,
                "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "requested_token_use": "on_behalf_of",
                "assertion": request["userAssertion"],
            }, person)
        # or gets T2, and with it, step 3, the token of its user.
        t2 = self.request_token(url, {
            **agent,
            "scope": f"{self.audience}/.default",
            "grant_type": "client_credentials",
        })
        user = {"user_id": person["oid"]} if "oid" in person else {"username": person["upn"]}
        return self.request_token(url, {
            **wanted,
            "grant_type": "user_fic",
            "user_federated_identity_credential": t2["accessToken"],
            **user,
        }, person)

    def request_token(self, url, form, person=None):
        status, text = self.post(url, form)
        answer = parse_object(text)
        if status != 200:
            raise refusal(status, answer)
        token = answer.get("access_token")
        if not isinstance(token, str) or token == "":
            raise unusable("it holds no token")
        if str(answer.get("token_type")).lower() != "bearer":
            raise unusable("token_type is not Bearer")
        if not is_issued_to(token, form["client_id"]):
            raise unusable("the token is of another client")
        if not is_about(token, person or {}):
            raise unusable("the token is about somebody else")
        result = {"accessToken": token, "source": "network"}
        try:
            result["expiresOn"] = int(time.time()) + int(answer["expires_in"])
        except (KeyError, TypeError, ValueError):
            pass
        return result

    def post(self, url, form):
        body = urllib.parse.urlencode(form).encode()
        try:
            with self.http.open(url, body, timeout=TIMEOUT_SECONDS) as response:
                return response.status, response.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except TimeoutError:
            raise Failure("timeout", "no answer in time") from None
        except Exception as error:
            reason = getattr(error, "reason", error)
            kind = "timeout" if isinstance(reason, TimeoutError) else "server"
            raise Failure(kind, f"no answer: {type(reason).__name__}") from None


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A credential is not carried on to wherever a redirect leads."""

    def redirect_request(self, *_):
        return None


def proof_of(credential):
    """The file is read for every request, because others replace the JWT in it."""
    if credential["type"] == "secret":
        return {"client_secret": credential["value"]}
    with open(credential["file"], encoding="utf-8") as file:
        return assertion(file.read().strip())


def assertion(jwt):
    return {
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": jwt,
    }


def person_of(request, blueprint_id):
    """Whom the token is to be about. What can only be refused is not sent: it is somebody's secret."""
    if request["flow"] == "autonomous":
        return {}
    if request["flow"] == "obo":
        claims = claims_of(request.get("userAssertion") or "")
        if not (claims.get("azp") or claims.get("appid")) or claims.get("idtyp") == "app":
            raise Failure("client", "userAssertion is no access token of a person")
        if str(claims.get("aud")).lower().removeprefix("api://") != blueprint_id.lower():
            raise Failure("client", "userAssertion is not for the blueprint")
        expires = claims.get("exp")
        if not isinstance(expires, (int, float)) or expires <= time.time():
            raise Failure("client", "userAssertion has expired")
        return {"oid": claims["oid"]} if isinstance(claims.get("oid"), str) else {}
    user = {name: value for name, value in (request.get("user") or {}).items() if value is not None}
    if ("oid" in user) == ("upn" in user):
        raise Failure("client", "user needs either oid or upn")
    if "oid" in user and not GUID.fullmatch(user["oid"]):
        raise Failure("client", "user.oid is not a GUID")
    return user


def claims_of(token):
    try:
        payload = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (IndexError, ValueError):
        return {}
    return claims if isinstance(claims, dict) else {}


def is_issued_to(token, client_id):
    """A token that cannot be read says nothing against itself."""
    claims = claims_of(token)
    if not claims:
        return True
    return str(claims.get("azp") or claims.get("appid")).lower() == client_id.lower()


def is_about(token, person):
    claims = claims_of(token)
    if not claims:
        return True
    if "oid" in person:
        return str(claims.get("oid")).lower() == person["oid"].lower()
    name = claims.get("upn") or claims.get("preferred_username")
    return "upn" not in person or name is None or str(name).lower() == person["upn"].lower()


def refusal(status, answer):
    """The prose of an answer is not passed on: it may repeat what was sent."""
    details = {"status": status}
    code, correlation_id = str(answer.get("error")), str(answer.get("correlation_id"))
    numbers = answer.get("error_codes")
    if re.fullmatch(r"[a-z_]{1,40}", code):
        details["code"] = code
    if GUID.fullmatch(correlation_id):
        details["correlationId"] = correlation_id
    suberror, claims = str(answer.get("suberror")), answer.get("claims")
    if "suberror" in answer and re.fullmatch(r"[a-z_]{1,40}", suberror):
        details["suberror"] = suberror
    # A challenge works only unchanged, and names policies, never a token.
    if isinstance(claims, str) and parse_object(claims) and "eyJ" not in claims:
        details["claims"] = claims
    if isinstance(numbers, list):
        details["aadsts"] = [number for number in numbers if isinstance(number, int)]
    words = [str(status), details.get("code", "")]
    words += [f"AADSTS{number}" for number in details.get("aadsts", [])]
    return Failure("server", f"refused: {' '.join(words).strip()}", **details)


def unusable(why):
    return Failure("server", f"the answer is unusable: {why}", status=200)


# ---------- END of what is your library's. The rest is the protocol. ----------


def parse_object(text):
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


class Adapter:
    def __init__(self):
        self.configuration = None
        self.client = None

    def hello(self, _):
        return {
            "name": "template-python",
            "version": "1.0.0",
            "language": "python",
            "capabilities": CAPABILITIES,
        }

    def configure(self, message):
        self.client = None
        self.client = Client(message)
        self.configuration = message
        return {}

    def acquire(self, message):
        if message["flow"] not in CAPABILITIES["flows"]:
            raise Failure("unsupported", f"the flow {message['flow']} is not supported")
        return {"token": self.configured().acquire(message)}

    def reset(self, _):
        self.configured()
        self.client = Client(self.configuration)
        return {}

    def shutdown(self, _):
        return {}

    def configured(self):
        if self.client is None:
            raise Failure("client", "configure comes first")
        return self.client

    def answer(self, message):
        operation = message.get("op")
        try:
            if operation not in ("hello", "configure", "acquire", "reset", "shutdown"):
                raise Failure("unsupported", f"the operation {operation} is not supported")
            reply = {"ok": True, **getattr(self, operation)(message)}
        except Failure as failure:
            reply = {"ok": False, "error": failure.reply}
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            message_text = f"{type(error).__name__} in the adapter"
            reply = {"ok": False, "error": {"kind": "client", "message": message_text}}
        return {"id": message.get("id"), **reply}


def main():
    adapter, stdout = Adapter(), threading.Lock()

    def serve(message):
        line = json.dumps(adapter.answer(message))
        with stdout:
            print(line, flush=True)

    calls, under_way, seconds_to_end = ThreadPoolExecutor(32), [], 4
    for line in sys.stdin:
        message = parse_object(line)
        # Only acquire overlaps; what follows a configure finds it done.
        if message.get("op") == "acquire":
            under_way.append(calls.submit(serve, message))
        else:
            serve(message)
        if message.get("op") == "shutdown":
            seconds_to_end = 0
            break
    wait(under_way, timeout=seconds_to_end)
    os._exit(0)  # A thread that still waits for an answer would keep the process alive.


if __name__ == "__main__":
    main()
