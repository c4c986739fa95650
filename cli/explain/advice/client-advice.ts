import { type AdviceByRule, advice } from './advice.ts'

export const clientAdvice: AdviceByRule = {
  'CLIENT-ID': advice(
    'client_id is no GUID that can name an application, often all zeros.',
    'Put the application (client) id there.',
  ),
  'CLIENT-KNOWN': advice(
    'client_id is mistyped, names an object that is no application, or the request went to another tenant.',
    'Compare it with the application (client) id, and the tenant in the URL with the tenant of that application.',
  ),
  'CLIENT-PRINCIPAL': advice(
    'The application exists, but it was never given a service principal in this tenant.',
    'Make the principal of the blueprint in this tenant; without it no agent identity there can work.',
  ),
  'CLIENT-ENABLED': advice(
    'Somebody disabled the application or its service principal.',
    'Enable it, after finding out why it was disabled.',
  ),
  'CLIENT-PARENT-ENABLED': advice(
    'The blueprint of the agent identity is disabled, which stops all its agent identities.',
    'Enable the blueprint.',
  ),
  'CRED-BASIC-CLIENT': advice(
    'The Authorization header names another client than the form.',
    'Name the client in one place.',
  ),
  'CRED-PRESENT': advice(
    'No credential was sent: the variable that should hold the secret is not set, or its name is misspelled.',
    'Send client_secret, or client_assertion with client_assertion_type.',
  ),
  'CRED-SINGLE': advice(
    'A secret and an assertion were sent together, or one in the header and one in the form.',
    'Send exactly one. In step 2 that is T1.',
  ),
  'CRED-AGENT-SECRET': advice(
    'The agent identity itself tried to use a secret. Agent identities hold none.',
    'Use the secret with the blueprint in step 1, and T1 in step 2.',
  ),
  'CRED-SECRET': advice(
    'Often the id of the secret was copied instead of its value; else a secret of another application, a cut one, or a space or line end at its end.',
    'Copy the value, which is shown only when the secret is made, or make a new one. Compare its client with client_id.',
  ),
  'CRED-SECRET-START': advice(
    'The secret starts in the future, or a clock is wrong.',
    'Look at startDateTime of the secret.',
  ),
  'CRED-SECRET-END': advice(
    'The secret has ended.',
    'Make a new one, or better: let the blueprint use a managed identity or a certificate.',
  ),
  'CERT-THUMBPRINT': advice(
    'The header of the assertion holds neither a thumbprint nor a key id.',
    'Put x5t#S256 into the header: base64url of the SHA-256 of the certificate in DER form.',
  ),
  'CERT-ISSUER': advice(
    'iss of the assertion is not the client_id of the request.',
    'Set iss and sub to the client id of the blueprint.',
  ),
  'CERT-SUBJECT': advice(
    'iss and sub of the assertion differ.',
    'Set both to the client id of the blueprint.',
  ),
  'CERT-AUDIENCE': advice(
    'aud of the assertion is not the token endpoint it was sent to: another tenant, another host or the v1.0 path.',
    'Set aud to the exact URL the form is posted to.',
  ),
  'CERT-KNOWN': advice(
    'The certificate was not uploaded to this application, was removed, or the thumbprint is of another one.',
    'Compare the thumbprint with keyCredentials of the blueprint.',
  ),
  'CERT-VALID': advice(
    'The registered certificate has ended or not begun.',
    'Register a new certificate before the old one ends.',
  ),
  'CERT-SIGNATURE': advice(
    'The assertion was signed with another key than that of the certificate it names.',
    'Use the private key that belongs to the certificate; `agentid token` checks that before it sends anything.',
  ),
  'CERT-START': advice(
    'nbf of the assertion is in the future: the clock of the client is ahead.',
    'Set the clock.',
  ),
  'CERT-EXPIRED': advice(
    'The assertion was kept and used again, or the clock of the client is behind.',
    'Make a new assertion for every request.',
  ),
  'MI-METADATA': advice(
    'The header Metadata: true is missing.',
    'Send it; it keeps forwarded requests out.',
  ),
  'MI-HEADER': advice(
    'X-IDENTITY-HEADER is missing or not the one of this process.',
    'Read IDENTITY_HEADER anew at start; it changes.',
  ),
  'MI-RESOURCE': advice(
    'The query lacks resource.',
    'Ask for resource=api://AzureADTokenExchange.',
  ),
  'MI-IDENTITY': advice(
    'The machine has no system-assigned identity, or not the user-assigned one that was named.',
    'Assign the identity to the machine, or name it by its client id.',
  ),
  'MI-APP-SERVICE-IDENTITY': advice(
    'The app has no such identity.',
    'Assign the identity to the app, or name it by its client id.',
  ),
  'MI-RESOURCE-KNOWN': advice(
    'The resource is misspelled or not installed in the tenant.',
    'Ask for resource=api://AzureADTokenExchange.',
  ),
  'MI-METHOD': advice('The endpoint was asked by another method.', 'Ask by GET.'),
}
