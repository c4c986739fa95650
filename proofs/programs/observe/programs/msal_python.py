"""An ordinary program with MSAL Python and its default authority."""

import os

import msal

authority = f"https://login.microsoftonline.com/{os.environ['AZURE_TENANT_ID']}"
agent_id = os.environ["AGENTID_AGENT_ID"]

blueprint = msal.ConfidentialClientApplication(
    os.environ["AZURE_CLIENT_ID"],
    authority=authority,
    client_credential=os.environ["AZURE_CLIENT_SECRET"],
)


def t1():
    answer = blueprint.acquire_token_for_client(
        ["api://AzureADTokenExchange/.default"], fmi_path=agent_id
    )
    return answer["access_token"]


agent = msal.ConfidentialClientApplication(
    agent_id, authority=authority, client_credential={"client_assertion": t1}
)
answer = agent.acquire_token_for_client(["https://graph.microsoft.com/.default"])
print(f"token for {answer['expires_in']} seconds")
