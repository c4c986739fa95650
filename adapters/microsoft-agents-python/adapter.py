"""Python's microsoft-agents-authentication-msal, the Microsoft 365 Agents SDK: MsalAuth gets T1, and
the token of an agent's user. It has no call that redeems T1 for a resource such as Microsoft Graph, so
that step is done here, with requests, as its user has to.

What the package gets wrong is not mended here: that is what the harness is to find."""

import asyncio
import os
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

import requests
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from microsoft_agents.authentication.msal import MsalAuth
from microsoft_agents.hosting.core import AgentAuthConfiguration, AuthTypes

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from json_lines import Failure, JsonLinesAdapter, serve_json_lines  # noqa: E402

PACKAGE = "microsoft-agents-authentication-msal"
CAPABILITIES = {
    "flows": ["autonomous", "agentUser"],
    "userIds": ["oid"],
    "credentials": ["secret", "certificate", "assertionFile"],
    "redirect": ["impersonate"],
    "schemes": ["https"],
    # The audience of the token exchange is a constant of the package.
    "clouds": ["public"],
    "tenantPerCall": True,
    "forceRefresh": False,
    # The package caches T1; nothing caches the tokens that are got with it.
    "cache": {"enabled": False},
    "retry": {"policy": "none"},
    # The package logs a refusal and returns nothing.
    "errorFields": [],
}


class Client:
    def __init__(self, configuration):
        self.authority_host = configuration["authorityHost"]
        self.tenant_id = configuration["tenantId"]
        blueprint = configuration["blueprint"]
        self.folder = tempfile.TemporaryDirectory()
        self.auth = MsalAuth(
            AgentAuthConfiguration(
                client_id=blueprint["clientId"],
                tenant_id=self.tenant_id,
                **settings_of(blueprint["credential"], self.folder.name),
            )
        )

    def acquire(self, request):
        if request["flow"] not in CAPABILITIES["flows"]:
            raise Failure("unsupported", f"the package has no flow {request['flow']}")
        if request.get("forceRefresh"):
            raise Failure("unsupported", "the package cannot be made to ask again")
        tenant_id = request.get("tenantId") or self.tenant_id
        agent_identity, scopes = request["agentIdentity"], request["scopes"]
        if request["flow"] == "agentUser":
            return self.as_its_user(tenant_id, agent_identity, request["user"], scopes)
        t1 = asyncio.run(self.auth.get_agentic_application_token(tenant_id, agent_identity))
        if not t1:
            raise Failure("server", "the package got no T1")
        return self.redeem(tenant_id, agent_identity, scopes, t1)

    def as_its_user(self, tenant_id, agent_identity, user, scopes):
        if "oid" not in user:
            raise Failure("unsupported", "the package takes the object id of a user")
        token = asyncio.run(
            self.auth.get_agentic_user_token(tenant_id, agent_identity, user["oid"], scopes)
        )
        if not token:
            raise Failure("server", "the package got no token of the user")
        return {"accessToken": token, "source": "unknown"}

    def redeem(self, tenant_id, agent_identity, scopes, t1):
        response = requests.post(
            f"{self.authority_host}/{tenant_id}/oauth2/v2.0/token",
            data={
                "client_id": agent_identity,
                "scope": " ".join(scopes),
                "grant_type": "client_credentials",
                "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion": t1,
            },
            timeout=20,
            allow_redirects=False,
        )
        try:
            body = response.json() if response.ok else {}
        except ValueError:
            body = {}
        if not body.get("access_token"):
            raise Failure("server", f"the redemption of T1 was answered with {response.status_code}")
        expires_on = int(time.time()) + int(body["expires_in"])
        return {
            "accessToken": body["access_token"],
            "expiresOn": expires_on,
            "source": "network",
        }


def settings_of(credential, folder):
    kind = credential["type"]
    if kind == "secret":
        return {"auth_type": AuthTypes.client_secret, "client_secret": credential["value"]}
    if kind == "assertionFile":
        return {
            "auth_type": AuthTypes.workload_identity,
            "federated_token_file": credential["file"],
        }
    if kind == "certificate":
        file = os.path.join(folder, "blueprint.pfx")
        write_pfx(file, credential)
        return {
            "auth_type": AuthTypes.certificate,
            "cert_pfx_file": file,
            "send_x5c": credential["sendX5c"],
        }
    raise Failure("unsupported", f"the credential {kind} is not supported")


def write_pfx(file, credential):
    key = Path(credential["privateKeyFile"]).read_bytes()
    leaf, *chain = x509.load_pem_x509_certificates(Path(credential["certificateFile"]).read_bytes())
    private_key = serialization.load_pem_private_key(key, None)
    unencrypted = serialization.NoEncryption()
    Path(file).write_bytes(
        pkcs12.serialize_key_and_certificates(None, private_key, leaf, chain, unencrypted)
    )


class Adapter(JsonLinesAdapter):
    def hello(self, _):
        return {
            "name": PACKAGE,
            "version": version(PACKAGE),
            "language": "python",
            "capabilities": CAPABILITIES,
        }

    def new_client(self, configuration):
        return Client(configuration)

    def failure_of(self, error):
        if isinstance(error, requests.Timeout):
            return {"kind": "timeout", "message": str(error)}
        if isinstance(error, requests.RequestException):
            return {"kind": "server", "message": str(error)}
        return super().failure_of(error)


if __name__ == "__main__":
    serve_json_lines(Adapter())
