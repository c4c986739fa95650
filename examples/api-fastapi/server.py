"""An API of FastAPI whose callers are agents, with PyJWT."""

import os
from typing import Annotated

import jwt
import uvicorn
from fastapi import Depends, FastAPI, Header, HTTPException

authority_host = os.environ.get("AGENTID_AUTHORITY_HOST", "https://login.microsoftonline.com")
tenant_id = os.environ["AGENTID_TENANT_ID"]
audience = os.environ["AGENTID_API_AUDIENCE"]
role = os.environ["AGENTID_API_ROLE"]
scope = os.environ["AGENTID_API_SCOPE"]

issuer = f"{authority_host}/{tenant_id}/v2.0"
keys = jwt.PyJWKClient(f"{authority_host}/{tenant_id}/discovery/v2.0/keys")


def refusal(status: int, error: str) -> HTTPException:
    return HTTPException(status, error, {"WWW-Authenticate": f'Bearer error="{error}"'})


# Not async: PyJWKClient waits for the network, and FastAPI runs this in a thread.
def caller(authorization: Annotated[str, Header()] = "") -> dict:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise refusal(401, "invalid_request")
    try:
        claims = jwt.decode(
            token,
            keys.get_signing_key_from_jwt(token).key,
            algorithms=["RS256"],
            audience=audience,
            issuer=issuer,
            leeway=300,
            options={"require": ["exp", "iss", "aud"]},
        )
    except jwt.PyJWTError:
        raise refusal(401, "invalid_token") from None
    if claims.get("tid") != tenant_id:
        raise refusal(401, "invalid_token")
    # Applications hold roles, and whoever acts for a user holds scopes.
    permissions = claims["scp"].split() if "scp" in claims else claims.get("roles", [])
    if (scope if "scp" in claims else role) not in permissions:
        raise refusal(403, "insufficient_scope")
    return claims


app = FastAPI()


@app.get("/health")
def health() -> str:
    return "ready"


@app.get("/orders")
def orders(claims: Annotated[dict, Depends(caller)]) -> dict:
    return {"orders": [], "of": claims["oid"], "through": claims.get("azp")}


uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "3000")))
