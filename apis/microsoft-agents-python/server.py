"""An API whose callers JwtTokenValidator of microsoft-agents-hosting-core checks, with the configuration of its documentation."""

import os

from aiohttp import web
from jwt import PyJWTError
from microsoft_agents.hosting.core import AgentAuthConfiguration
from microsoft_agents.hosting.core.authorization import JwtTokenValidator

validator = JwtTokenValidator(
    AgentAuthConfiguration(
        client_id=os.environ["AGENTID_API_AUDIENCE"],
        tenant_id=os.environ["AGENTID_TENANT_ID"],
    )
)


async def orders(request: web.Request) -> web.Response:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return refusal()
    try:
        await validator.validate_token(token)
    # What the package for FastAPI catches.
    except (PyJWTError, ValueError):
        return refusal()
    return web.json_response({"orders": []})


def refusal() -> web.Response:
    return web.json_response({"error": "invalid_token"}, status=401, headers={"WWW-Authenticate": "Bearer"})


async def health(_request: web.Request) -> web.Response:
    return web.Response(text="ready")


app = web.Application()
app.add_routes([web.get("/health", health), web.get("/orders", orders)])
web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]), print=None)
