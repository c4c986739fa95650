import { type AdviceByRule, advice } from './advice.ts'

export const requestAdvice: AdviceByRule = {
  'TENANT-NAME': advice(
    'The tenant in the URL is a display name, or a place holder that nobody filled in.',
    'Put the tenant id (a GUID) or a verified domain there; AGENTID_TENANT_ID for this command.',
  ),
  'TENANT-SPECIFIC': advice(
    'The URL says common, organizations or consumers, which name no tenant.',
    'Name the tenant of the agent identity.',
  ),
  'TENANT-KNOWN': advice(
    'A wrong tenant id, the wrong cloud, or a sandbox tenant of the mock that is gone.',
    'Compare the id with the one in the portal, and the host with the cloud; `agentid serve` prints the ids of the mock.',
  ),
  'DISC-TENANT': advice(
    'The discovery document was asked for a tenant that does not exist.',
    'Look at the tenant in the authority of the client.',
  ),
  'DISC-INSTANCE': advice(
    'The client asked whether its authority is a host of the cloud, and it is not.',
    'Write the host correctly; for a test server name it in knownAuthorities or switch instance discovery off.',
  ),
  'REQ-PATH': advice(
    'A mistyped path, often the endpoint without /oauth2/v2.0/token.',
    'Take the token endpoint from the discovery document of the tenant.',
  ),
  'REQ-METHOD': advice(
    'The token endpoint was opened by GET, for example in a browser or after a redirect.',
    'Send a POST with a form as its body.',
  ),
  'REQ-SIZE': advice(
    'Something other than a token request was posted.',
    'Look at what the client puts into the form.',
  ),
  'REQ-CONTENT-TYPE': advice(
    'The parameters were sent as JSON or in the query.',
    'Send them as application/x-www-form-urlencoded in the body.',
  ),
  'REQ-ENCODING': advice(
    'A value was put into the form without percent-encoding, usually a secret with % in it.',
    'Build the form with a library function such as URLSearchParams.',
  ),
  'REQ-REPEATED': advice(
    'Two layers of the client added the same parameter.',
    'Send every parameter once.',
  ),
  'REQ-GRANT-TYPE': advice(
    'The form is empty, has another encoding, or lacks grant_type.',
    'Send grant_type=client_credentials, in both steps.',
  ),
  'REQ-GRANT': advice(
    'The grant is misspelled, or one that Entra or this mock does not serve.',
    'Both steps of the autonomous flow use client_credentials. RFC 8693 token exchange is not part of it.',
  ),
  'REQ-CLIENT-ID': advice(
    'client_id is missing or empty.',
    'Step 1: the client id of the blueprint. Step 2: the client id of the agent identity.',
  ),
  'REQ-SCOPE': advice(
    'scope is missing or empty, or the old parameter resource was sent instead.',
    'Step 1: api://AzureADTokenExchange/.default. Step 2: the resource and /.default.',
  ),
  'SCOPE-SINGLE': advice(
    'The scope names several resources.',
    'Ask for one token for each resource.',
  ),
  'SCOPE-DEFAULT': advice(
    'A single permission such as User.Read was asked for; client credentials take none.',
    'Ask for the resource and /.default. What the token may do is decided by the roles that were granted.',
  ),
  'RESOURCE-KNOWN': advice(
    'The application ID URI is misspelled, or the resource has no service principal in this tenant.',
    'Compare the scope with the identifierUris of the resource, and look whether it is installed in the tenant.',
  ),
  'RESOURCE-ENABLED': advice(
    'The service principal of the resource was disabled, or a subscription has lapsed.',
    'Enable it in the tenant.',
  ),
  'RESOURCE-BLUEPRINT': advice(
    'The blueprint asked for a token of an API itself: step 2 was done with the client id of the blueprint.',
    'Get T1 as the blueprint, then ask for the API as the agent identity with T1 as client_assertion.',
  ),
  'RESOURCE-ASSIGNED': advice(
    'The resource requires assignment, and the client has none of its roles.',
    'Assign an app role of the resource to the agent identity.',
  ),
  'RESOURCE-SELF': advice(
    'A client asked a token for itself by its application ID URI.',
    'Ask with its client id: {client id}/.default.',
  ),
  'FMI-EMPTY': advice(
    'The id of the agent identity was empty when the request was built.',
    'Refuse a blank id in the client, before anything is sent.',
  ),
  'FMI-BLUEPRINT': advice(
    'fmi_path was sent in step 2, or by a client that is no blueprint.',
    'Send fmi_path in step 1 only.',
  ),
  'FMI-PRESENT': advice(
    'A blueprint asked for the exchange without saying for whom.',
    'Send fmi_path = the client id of the agent identity.',
  ),
  'FMI-KNOWN': advice(
    'fmi_path is no agent identity of this tenant: mistyped, removed, made a moment ago, or of another tenant.',
    "Look the agent identity up in the tenant of the URL. It is the agent identity's id, not the blueprint's or the user's.",
  ),
  'FMI-OWN-AGENT': advice(
    'The agent identity was made from another blueprint.',
    'Use the credential of its own blueprint.',
  ),
}
