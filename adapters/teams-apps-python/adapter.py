"""Python's microsoft-teams-apps: the token provider of an App with a client id and a secret gets the
token of an agent, and that of its user.

What the package gets wrong is not mended here: that is what the harness is to find."""

import asyncio
import sys
from importlib.metadata import version
from pathlib import Path

from microsoft_teams.apps import App

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from json_lines import Failure, JsonLinesAdapter, serve_json_lines  # noqa: E402

PACKAGE = "microsoft-teams-apps"
CAPABILITIES = {
    "flows": ["autonomous", "agentUser"],
    "userIds": ["oid"],
    # Its agentic calls refuse every other credential.
    "credentials": ["secret"],
    # It takes a login endpoint, but MSAL inside it knows only Microsoft's hosts.
    "redirect": ["impersonate"],
    "schemes": ["https"],
    "clouds": ["public"],
    "tenantPerCall": True,
    "forceRefresh": False,
    "cache": {"enabled": True, "skewSeconds": 300, "singleFlight": False},
    "retry": {"policy": "none"},
    # Its errors hold the description of the refusal alone.
    "errorFields": [],
}


class Client:
    def __init__(self, configuration):
        blueprint = configuration["blueprint"]
        if blueprint["credential"]["type"] != "secret":
            raise Failure("unsupported", "the package takes a secret")
        self.tokens = App(
            client_id=blueprint["clientId"],
            client_secret=blueprint["credential"]["value"],
            tenant_id=configuration["tenantId"],
        ).token_provider

    def acquire(self, request):
        if request["flow"] not in CAPABILITIES["flows"]:
            raise Failure("unsupported", f"the package has no flow {request['flow']}")
        if request.get("forceRefresh"):
            raise Failure("unsupported", "the package cannot be made to ask again")
        token = asyncio.run(self.token(request))
        return {"accessToken": str(token), "source": "unknown"}

    async def token(self, request):
        scope, agent = request["scopes"][0], request["agentIdentity"]
        tenant_id = request.get("tenantId")
        if request["flow"] == "autonomous":
            return await self.tokens.get_agentic_app_token(scope, agent, tenant_id)
        if "oid" not in request["user"]:
            raise Failure("unsupported", "the package takes the object id of a user")
        user = request["user"]["oid"]
        return await self.tokens.get_agentic_user_token(scope, agent, user, tenant_id)


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
        kind = "server" if "AADSTS" in str(error) else "client"
        return {"kind": kind, "message": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    serve_json_lines(Adapter())
