"""MSAL Python behind agentid-adapter/1, used the way its documentation says: one application
object for the blueprint, one for each agent identity, T1 as a callback of the latter, which gets
tokens of the agent, of persons on whose behalf it acts, and of its own user.

What MSAL gets wrong is not mended here: that is what the harness is to find."""

import contextlib
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

import msal
import requests
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from json_lines import Failure, JsonLinesAdapter, serve_json_lines  # noqa: E402

CAPABILITIES = {
    "flows": ["autonomous", "agentUser", "obo"],
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
    "userIds": ["oid", "upn"],
    "claims": True,
    "cache": {"enabled": True, "skewSeconds": 300, "singleFlight": False},
    "retry": {"policy": "caller", "throttlesLocally": True},
    "errorFields": ["code", "aadsts", "correlationId", "suberror", "claims"],
}
EXCHANGE_AUDIENCES = {
    "public": "api://AzureADTokenExchange",
    "usGovernment": "api://AzureADTokenExchangeUSGov",
    "china": "api://AzureADTokenExchangeChina",
}


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
        if request.get("forceRefresh"):
            raise Failure("unsupported", "acquire_token_for_client has no force_refresh")
        acquire = {
            "autonomous": self.itself,
            "obo": self.for_person,
            "agentUser": self.as_its_user,
        }[request["flow"]]
        wanted = {"scopes": request["scopes"], "claims_challenge": request.get("claims")}
        return token_of(acquire(agent, request, **wanted))

    def itself(self, agent, _, scopes, claims_challenge):
        return agent.acquire_token_for_client(scopes, claims_challenge=claims_challenge)

    def for_person(self, agent, request, **wanted):
        return agent.acquire_token_on_behalf_of(request["userAssertion"], **wanted)

    def as_its_user(self, agent, request, **wanted):
        user = request["user"]
        account = account_of(user, agent.get_accounts())
        result = account and agent.acquire_token_silent(account=account, **wanted)
        if result:
            return result
        t2 = token_of(agent.acquire_token_for_client([f"{self.audience}/.default"]))
        return agent.acquire_token_by_user_federated_identity_credential(
            assertion=t2["accessToken"],
            user_object_id=user.get("oid"),
            username=user.get("upn"),
            **wanted,
        )

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


def account_of(user, accounts):
    """Of the accounts that MSAL has tokens of."""
    for account in accounts:
        if account["local_account_id"] == user.get("oid"):
            return account
        if account["username"].lower() == user.get("upn", "").lower():
            return account
    return None


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
        "suberror": result.get("suberror"),
        "claims": result.get("claims"),
    }
    message = str(result.get("error_description") or result.get("error") or result)
    raise Failure("server", message, **{k: v for k, v in details.items() if v is not None})


class Adapter(JsonLinesAdapter):
    def hello(self, _):
        return {
            "name": "msal-python",
            "version": msal.__version__,
            "language": "python",
            "capabilities": CAPABILITIES,
        }

    def new_client(self, configuration):
        # It wins over the verify parameter of MSAL, so that an inherited one would be in the way.
        os.environ["REQUESTS_CA_BUNDLE"] = configuration["caFile"]
        return Client(configuration)

    def failure_of(self, error):
        if isinstance(error, requests.Timeout):
            return {"kind": "timeout", "message": str(error)}
        if isinstance(error, requests.RequestException):
            return {"kind": "server", "message": str(error)}
        return super().failure_of(error)  # MSAL raises ValueError, RuntimeError and others


if __name__ == "__main__":
    serve_json_lines(Adapter())
