"""A provisioning script as the public documentation writes it: Python, requests, nothing else."""

import json
import os
import sys

import requests

AUTHORITY = os.environ["AUTHORITY"]
GRAPH = os.environ["GRAPH_URL"]
TENANT = os.environ["AZURE_TENANT_ID"]
session = requests.Session()


def token(**form):
    answer = session.post(f"{AUTHORITY}/{TENANT}/oauth2/v2.0/token", data=form, timeout=30)
    answer.raise_for_status()
    return answer.json()["access_token"]


def graph(method, path, body=None, expect=(200, 201, 204)):
    headers = {"Authorization": f"Bearer {administrator}", "OData-Version": "4.0"}
    answer = session.request(method, f"{GRAPH}{path}", json=body, headers=headers, timeout=30)
    if answer.status_code not in expect:
        sys.exit(f"{method} {path}: {answer.status_code} {answer.text}")
    return answer.json() if answer.content else None


administrator = token(
    grant_type="client_credentials",
    client_id=os.environ["AZURE_CLIENT_ID"],
    client_secret=os.environ["AZURE_CLIENT_SECRET"],
    scope="https://graph.microsoft.com/.default",
)
sponsor = f"https://graph.microsoft.com/v1.0/users/{os.environ['SPONSOR_ID']}"

# The body names the type, as create-blueprint.md shows it.
blueprint = graph(
    "POST",
    "/beta/applications/",
    {
        "@odata.type": "Microsoft.Graph.AgentIdentityBlueprint",
        "displayName": "Python blueprint",
        "sponsors@odata.bind": [sponsor],
    },
)
app_id = blueprint["appId"]
graph("PATCH", f"/v1.0/applications/{app_id}", {"identifierUris": [f"api://{app_id}"]})
graph(
    "POST",
    "/beta/serviceprincipals/graph.agentIdentityBlueprintPrincipal",
    {"appId": app_id},
)
secret = graph(
    "POST",
    f"/v1.0/applications/{app_id}/addPassword",
    {"passwordCredential": {"displayName": "made by Python"}},
)["secretText"]

# The blueprint makes its own agent identity, with the role that it holds unasked.
blueprint_token = token(
    grant_type="client_credentials",
    client_id=app_id,
    client_secret=secret,
    scope="https://graph.microsoft.com/.default",
)
agent = session.post(
    f"{GRAPH}/beta/serviceprincipals/Microsoft.Graph.AgentIdentity",
    json={
        "displayName": "Python agent",
        "agentIdentityBlueprintId": app_id,
        "sponsors@odata.bind": [sponsor],
    },
    headers={"Authorization": f"Bearer {blueprint_token}", "OData-Version": "4.0"},
    timeout=30,
)
agent.raise_for_status()
agent_id = agent.json()["appId"]

graph_principal = graph(
    "GET", "/v1.0/servicePrincipals?$filter=appId eq '00000003-0000-0000-c000-000000000000'"
)["value"][0]
role = next(one for one in graph_principal["appRoles"] if one["value"] == "User.Read.All")
graph(
    "POST",
    f"/v1.0/servicePrincipals/{agent_id}/appRoleAssignments",
    {"principalId": agent_id, "resourceId": graph_principal["id"], "appRoleId": role["id"]},
)

t1 = token(
    grant_type="client_credentials",
    client_id=app_id,
    client_secret=secret,
    scope="api://AzureADTokenExchange/.default",
    fmi_path=agent_id,
)
agent_token = token(
    grant_type="client_credentials",
    client_id=agent_id,
    client_assertion_type="urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion=t1,
    scope="https://graph.microsoft.com/.default",
)
users = session.get(
    f"{GRAPH}/v1.0/users", headers={"Authorization": f"Bearer {agent_token}"}, timeout=30
)

graph("DELETE", f"/v1.0/servicePrincipals/{agent_id}")
graph("DELETE", f"/beta/applications/{app_id}/microsoft.graph.agentIdentityBlueprint")
deleted = graph("GET", f"/v1.0/directory/deletedItems/{app_id}")
graph("DELETE", f"/v1.0/directory/deletedItems/{app_id}")
graph("GET", f"/v1.0/directory/deletedItems/{app_id}", expect=(404,))

print(
    json.dumps(
        {
            "agent": agent_id,
            "token": agent_token,
            "users": users.status_code,
            "deleted": deleted["id"] == app_id,
        }
    )
)
