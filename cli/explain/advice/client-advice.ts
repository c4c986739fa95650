import { type AdviceByRule, advice } from './advice.ts'

export const clientAdvice: AdviceByRule = {
  'CLIENT-ID': advice(
    'client_id is not a GUID that can name an application; often it is all zeros.',
    'Send the application (client) id.',
  ),
  'CLIENT-KNOWN': advice(
    'client_id is mistyped, names an object that is not an application, or the request went to another tenant.',
    'Compare it with the application (client) id, and the tenant in the URL with the tenant of that application.',
  ),
  'CLIENT-PRINCIPAL': advice(
    'The application exists, but it has no service principal in this tenant.',
    'Create the principal of the blueprint in this tenant. Without it, no agent identity there can work.',
  ),
  'CLIENT-ENABLED': advice(
    'The application or its service principal is disabled.',
    'Find out why it was disabled, then enable it.',
  ),
  'CLIENT-PARENT-ENABLED': advice(
    'The blueprint of the agent identity is disabled, which stops all its agent identities.',
    'Enable the blueprint.',
  ),
  'CRED-BASIC-CLIENT': advice(
    'The Authorization header names another client than the form.',
    'Name the client in one place only.',
  ),
  'CRED-PRESENT': advice(
    'The request has no credential: the variable for the secret is not set, or its name is misspelled.',
    'Send client_secret, or client_assertion with client_assertion_type.',
  ),
  'CRED-SINGLE': advice(
    'The request has a secret and an assertion, or one credential in the header and one in the form.',
    'Send exactly one. In step 2, that is T1.',
  ),
  'CRED-AGENT-SECRET': advice(
    'The agent identity sent a secret. Agent identities have no secrets.',
    'Use the blueprint and its secret in step 1, and T1 in step 2.',
  ),
  'CRED-SECRET': advice(
    'Often this is the id of the secret instead of its value. Otherwise, the secret belongs to another application, is truncated, or ends with a space or a line break.',
    'Copy the value, which is shown only when the secret is created, or create a new secret. Check that it belongs to client_id.',
  ),
  'CRED-SECRET-START': advice(
    'The secret starts in the future, or a clock is wrong.',
    'Check startDateTime of the secret and the clock.',
  ),
  'CRED-SECRET-END': advice(
    'The secret has expired.',
    'Create a new one. Better: use a managed identity or a certificate for the blueprint.',
  ),
  'CERT-THUMBPRINT': advice(
    'The header of the assertion has neither a thumbprint nor a key id.',
    'Add x5t#S256 to the header: base64url of the SHA-256 of the certificate in DER form.',
  ),
  'CERT-ISSUER': advice(
    'The iss of the assertion is not the client_id of the request.',
    'Set iss and sub to the client id of the blueprint.',
  ),
  'CERT-SUBJECT': advice(
    'The iss and sub of the assertion differ.',
    'Set both to the client id of the blueprint.',
  ),
  'CERT-ONE-AUDIENCE': advice(
    'aud of the assertion is a list, as some OpenID libraries write it.',
    'Write aud as text: the token endpoint.',
  ),
  'CERT-AUDIENCE': advice(
    'The aud of the assertion is not the token endpoint that received it: it names another tenant, another host or the v1.0 path.',
    'Set aud to the exact URL to which you post the form, letter by letter.',
  ),
  'CERT-KNOWN': advice(
    'The certificate was never uploaded to this application or was removed, or the thumbprint belongs to another certificate.',
    'Compare the thumbprint with keyCredentials of the blueprint.',
  ),
  'CERT-VALID': advice(
    'The registered certificate has expired or is not yet valid.',
    'Register a new certificate before the old one expires.',
  ),
  'CERT-SIGNATURE': advice(
    'The assertion is signed with another key than that of the certificate it names.',
    'Use the private key that belongs to the certificate. `agentid token` checks this before it sends anything.',
  ),
  'CERT-START': advice(
    'The nbf of the assertion is in the future: the clock of the client is fast.',
    'Correct the clock of the client.',
  ),
  'CERT-EXPIRED': advice(
    'The client reused an old assertion, or its clock is slow.',
    'Create a new assertion for every request.',
  ),
  'MI-METADATA': advice(
    'The header Metadata: true is missing.',
    'Send it. It keeps out forwarded requests.',
  ),
  'MI-FORWARDED': advice(
    'The request has the header X-Forwarded-For: a proxy sent it on.',
    'Let the HTTP client pass by proxies for the address of the metadata service.',
  ),
  'MI-API-VERSION': advice(
    'The query lacks api-version.',
    'Send api-version=2018-02-01 to the metadata service, and api-version=2019-08-01 to IDENTITY_ENDPOINT.',
  ),
  'MI-HEADER': advice(
    'X-IDENTITY-HEADER is missing or is not the value of this process.',
    'Read IDENTITY_HEADER at every start, because it changes.',
  ),
  'MI-RESOURCE': advice(
    'The query lacks resource.',
    'Ask for resource=api://AzureADTokenExchange.',
  ),
  'MI-IDENTITY': advice(
    'The machine has no system-assigned identity, or lacks the user-assigned one that the request names.',
    'Assign the identity to the machine, or name it by its client id.',
  ),
  'MI-APP-SERVICE-IDENTITY': advice(
    'The app does not have this identity.',
    'Assign the identity to the app, or name it by its client id.',
  ),
  'MI-RESOURCE-KNOWN': advice(
    'The resource is misspelled or not installed in the tenant.',
    'Ask for resource=api://AzureADTokenExchange.',
  ),
  'MI-METHOD': advice('The request used another method than GET.', 'Use GET.'),
}
