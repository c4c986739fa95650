import { type AdviceByRule, advice } from './advice.ts'

export const requestAdvice: AdviceByRule = {
  'TENANT-NAME': advice(
    'The tenant in the URL is a display name, or a placeholder without a value.',
    'Use the tenant id (a GUID) or a verified domain. This command reads AGENTID_TENANT_ID.',
  ),
  'TENANT-SPECIFIC': advice(
    'The URL has common, organizations or consumers instead of a tenant, and nothing in the request leads to one.',
    'Name the tenant of the agent identity. Only people sign in without one.',
  ),
  'TENANT-KNOWN': advice(
    'The tenant id or the cloud is wrong, or a sandbox tenant of the mock no longer exists.',
    'Compare the id with the one in the portal, and the host with the cloud. `agentid serve` prints the ids of the mock.',
  ),
  'DISC-TENANT': advice(
    'The client requested the discovery document of a tenant that does not exist.',
    'Check the tenant in the authority of the client.',
  ),
  'DISC-INSTANCE': advice(
    'The client checked whether its authority is a host of the cloud, and it is not.',
    'Correct the host. For a test server, add it to knownAuthorities or turn off instance discovery.',
  ),
  'REQ-PATH': advice(
    'The path is mistyped; often /oauth2/v2.0/token is missing.',
    'Take the token endpoint from the discovery document of the tenant.',
  ),
  'REQ-METHOD': advice(
    'The request uses GET, for example in a browser or after a redirect.',
    'Send a POST with a form as its body.',
  ),
  'REQ-SIZE': advice(
    'The request is not a token request.',
    'Check what the client puts into the form.',
  ),
  'REQ-CONTENT-TYPE': advice(
    'The client sent the parameters as JSON or in the query.',
    'Send them as application/x-www-form-urlencoded in the body.',
  ),
  'REQ-ENCODING': advice(
    'The form has a value without percent-encoding, usually a secret that contains %.',
    'Build the form with a library function, such as URLSearchParams.',
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
    'The grant is misspelled, or Entra or this mock does not support it.',
    'Both steps of the autonomous flow use client_credentials. RFC 8693 token exchange is not part of it.',
  ),
  'REQ-CLIENT-ID': advice(
    'client_id is missing or empty.',
    'Step 1: the client id of the blueprint. Step 2: the client id of the agent identity.',
  ),
  'REQ-SCOPE': advice(
    'scope is missing or empty, or the client sent the old parameter resource instead.',
    'Step 1: api://AzureADTokenExchange/.default. Step 2: the resource and /.default.',
  ),
  'SCOPE-SINGLE': advice(
    'The scope names several resources.',
    'Request one token for each resource.',
  ),
  'SCOPE-DEFAULT': advice(
    'The scope names a single permission such as User.Read, which client credentials do not accept.',
    'Request the resource and /.default. The granted roles decide what the token may do.',
  ),
  'RESOURCE-KNOWN': advice(
    'The application ID URI is misspelled, or the resource has no service principal in this tenant.',
    'Compare the scope with the identifierUris of the resource, and check that the tenant has its service principal.',
  ),
  'RESOURCE-ENABLED': advice(
    'The service principal of the resource is disabled, or a subscription has lapsed.',
    'Enable it in the tenant.',
  ),
  'RESOURCE-BLUEPRINT': advice(
    'The blueprint requested a token for an API itself: step 2 has the client id of the blueprint.',
    'Get T1 as the blueprint, then request the API as the agent identity, with T1 as client_assertion.',
  ),
  'RESOURCE-ASSIGNED': advice(
    'The resource requires assignment, and the client has none of its roles.',
    'Assign an app role of the resource to the agent identity.',
  ),
  'RESOURCE-SELF': advice(
    'A client requested a token for itself by its application ID URI.',
    'Use its client id: {client id}/.default.',
  ),
  'FMI-EMPTY': advice(
    'The id of the agent identity was empty when the request was built.',
    'Refuse a blank id in the client before you send anything.',
  ),
  'FMI-BLUEPRINT': advice(
    'The client sent fmi_path in step 2, or the client is not a blueprint.',
    'Send fmi_path only in step 1.',
  ),
  'SCOPE-FMI-PATH': advice(
    'The blueprint requested a token for a resource in the name of an agent identity, in one step.',
    'Request T1 with the scope of the token exchange, then redeem it as the agent identity.',
  ),
  'FMI-PRESENT': advice(
    'A blueprint requested T1 without naming an agent identity.',
    'Send fmi_path = the client id of the agent identity.',
  ),
  'FMI-KNOWN': advice(
    'fmi_path is not an agent identity of this tenant: it is mistyped, removed, just created, or of another tenant.',
    'Look up the agent identity in the tenant of the URL. Send its own id, not the id of the blueprint or the user.',
  ),
  'FMI-OWN-AGENT': advice(
    'The agent identity belongs to another blueprint.',
    'Use the credential of its own blueprint.',
  ),
}
