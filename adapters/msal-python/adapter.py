"""MSAL Python behind agentid-adapter/1, used the way its documentation says: one application
object for the blueprint, one for each agent identity, T1 as a callback of the latter.

What MSAL gets wrong is not mended here: that is what the harness is to find."""

import contextlib
import json
import logging
import os
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait

import msal
import requests
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12

CAPABILITIES = {
    "flows": ["autonomous"],
    "credentials": [
        "secret",
        "certificate",
        "assertionFile",
        "managedIdentity:appService",
        "managedIdentity:imds",
    ],
    "redirect": ["authority"],
    "schemes": ["https"],
    "clouds": ["public", "usGovernment", "china"],
    "tenantPerCall": True,
    # acquire_token_for_client refuses force_refresh.
    "forceRefresh": False,
    "cache": {"enabled": True, "skewSeconds": 300, "singleFlight": False},
    "retry": {"policy": "caller", "throttlesLocally": True},
    "errorFields": ["code", "aadsts", "correlationId"],
}
EXCHANGE_AUDIENCES = {
    "public": "api://AzureADTokenExchange",
    "usGovernment": "api://AzureADTokenExchangeUSGov",
    "china": "api://AzureADTokenExchangeChina",
}


class Failure(Exception):
    """`kind` is server, client, timeout or unsupported."""

    def __init__(self, kind, message, **details):
        super().__init__(message)
        self.reply = {"kind": kind, "message": message, **details}


class Client:
    """Empty caches: application objects are made anew for each configuration."""

    def __init__(self, configuration):
        self.authority_host = configuration["authorityHost"]
        self.tenant_id = configuration["tenantId"]
        self.log_pii = configuration["logLevel"] == "trace"
        self.audience = EXCHANGE_AUDIENCES[configuration["cloud"]]
        self.client_id = configuration["blueprint"]["clientId"]
        self.credential = credential_of(configuration["blueprint"]["credential"], self.audience)
        self.applications = {}
        self.lock = threading.Lock()

    def acquire(self, request):
        tenant_id = request.get("tenantId") or self.tenant_id
        agent = self.agent_application(tenant_id, request["agentIdentity"])
        return token_of(agent.acquire_token_for_client(scopes=request["scopes"]))

    def agent_application(self, tenant_id, agent_identity):
        def t1():
            blueprint = self.application(tenant_id, self.client_id, self.credential)
            result = blueprint.acquire_token_for_client(
                scopes=[f"{self.audience}/.default"], fmi_path=agent_identity
            )
            return token_of(result)["accessToken"]

        return self.application(tenant_id, agent_identity, {"client_assertion": t1})

    def application(self, tenant_id, client_id, credential):
        """An application has one authority, so another tenant has applications of its own."""
        with self.lock:
            key = (tenant_id, client_id)
            if key not in self.applications:
                with for_msal(credential) as client_credential:
                    self.applications[key] = msal.ConfidentialClientApplication(
                        client_id,
                        authority=f"{self.authority_host}/{tenant_id}",
                        client_credential=client_credential,
                        validate_authority=False,
                        instance_discovery=False,
                        enable_pii_log=self.log_pii,
                        timeout=20,
                    )
            return self.applications[key]


def credential_of(credential, audience):
    kind = credential["type"]
    if kind == "secret":
        return credential["value"]
    if kind == "certificate":
        return {"pfx": pfx_of(credential), "public_certificate": credential["sendX5c"] or None}
    if kind == "assertionFile":
        return {"client_assertion": lambda: read(credential["file"]).strip()}
    if kind == "managedIdentity":
        return {"client_assertion": managed_identity(credential, audience)}
    raise Failure("unsupported", f"the credential {kind} is not supported")


def pfx_of(credential):
    """MSAL calls PEM deprecated, and asks for a PFX file."""
    key = serialization.load_pem_private_key(read(credential["privateKeyFile"]).encode(), None)
    leaf, *chain = x509.load_pem_x509_certificates(read(credential["certificateFile"]).encode())
    unencrypted = serialization.NoEncryption()
    return pkcs12.serialize_key_and_certificates(None, key, leaf, chain, unencrypted)


@contextlib.contextmanager
def for_msal(credential):
    """The PFX file is there while MSAL reads it."""
    if isinstance(credential, str) or "pfx" not in credential:
        yield credential
        return
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "blueprint.pfx")
        with open(file, "wb") as opened:
            opened.write(credential["pfx"])
        yield {
            "private_key_pfx_path": file,
            "public_certificate": credential["public_certificate"],
        }


def managed_identity(credential, audience):
    """MSAL finds the endpoint in the environment, as it is on Azure."""
    for name in ("IDENTITY_ENDPOINT", "IDENTITY_HEADER", "AZURE_POD_IDENTITY_AUTHORITY_HOST"):
        os.environ.pop(name, None)
    if credential["source"] == "appService":
        os.environ["IDENTITY_ENDPOINT"] = credential["endpoint"]
        os.environ["IDENTITY_HEADER"] = credential.get("header", "")
    else:
        path = "/metadata/identity/oauth2/token"
        os.environ["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = credential["endpoint"].removesuffix(path)
    identity = (
        msal.UserAssignedManagedIdentity(client_id=credential["clientId"])
        if credential.get("clientId")
        else msal.SystemAssignedManagedIdentity()
    )
    client = msal.ManagedIdentityClient(identity, http_client=requests.Session())
    return lambda: token_of(client.acquire_token_for_client(resource=audience))["accessToken"]


def read(file):
    with open(file, encoding="utf-8") as opened:
        return opened.read()


def token_of(result):
    """MSAL answers with a dictionary: of a token, or of an error."""
    if "access_token" in result:
        source = {"cache": "cache", "identity_provider": "network"}
        token = {
            # MSAL takes null for a token too. The protocol wants text.
            "accessToken": result["access_token"] or "",
            "source": source.get(result.get("token_source"), "unknown"),
        }
        try:
            token["expiresOn"] = int(time.time()) + int(result.get("expires_in"))
        except (TypeError, ValueError):
            pass
        return token
    details = {
        "code": result.get("error"),
        "aadsts": result.get("error_codes"),
        "correlationId": result.get("correlation_id"),
    }
    message = str(result.get("error_description") or result.get("error") or result)
    raise Failure("server", message, **{k: v for k, v in details.items() if v is not None})


class Adapter:
    def __init__(self):
        self.configuration = None
        self.client = None

    def hello(self, _):
        return {
            "name": "msal-python",
            "version": msal.__version__,
            "language": "python",
            "capabilities": CAPABILITIES,
        }

    def configure(self, message):
        level = {"trace": logging.DEBUG, "info": logging.INFO}.get(message["logLevel"])
        logging.getLogger().setLevel(level or logging.CRITICAL + 1)
        # It wins over the verify parameter of MSAL, so that an inherited one would be in the way.
        os.environ["REQUESTS_CA_BUNDLE"] = message["caFile"]
        self.client = None
        self.client = Client(message)
        self.configuration = message
        return {}

    def acquire(self, message):
        if message["flow"] != "autonomous":
            raise Failure("unsupported", f"the flow {message['flow']} is not supported")
        if message.get("forceRefresh"):
            raise Failure("unsupported", "acquire_token_for_client has no force_refresh")
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
            return {"ok": True, **getattr(self, operation)(message)}
        except Failure as failure:
            return {"ok": False, "error": failure.reply}
        except requests.Timeout as error:
            return {"ok": False, "error": {"kind": "timeout", "message": str(error)}}
        except requests.RequestException as error:
            return {"ok": False, "error": {"kind": "server", "message": str(error)}}
        except Exception as error:  # MSAL raises ValueError, RuntimeError and others
            text = f"{type(error).__name__}: {error}"
            return {"ok": False, "error": {"kind": "client", "message": text}}


def main():
    logging.basicConfig(stream=sys.stderr)
    adapter, stdout = Adapter(), threading.Lock()

    def serve(message):
        line = json.dumps({"id": message.get("id"), **adapter.answer(message)})
        with stdout:
            print(line, flush=True)

    calls, under_way, seconds_to_end = ThreadPoolExecutor(32), [], 4
    for line in sys.stdin:
        message = json.loads(line)
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
