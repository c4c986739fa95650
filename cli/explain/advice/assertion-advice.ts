import { type AdviceByRule, advice } from './advice.ts'

const exchange = 'api://AzureADTokenExchange'

export const assertionAdvice: AdviceByRule = {
  'ASSERT-TYPE': advice(
    'client_assertion_type is missing or misspelled.',
    'Send client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer.',
  ),
  'ASSERT-JWT': advice(
    'client_assertion is no JWT: empty, cut, in quotes, a file name, or a tenant id.',
    'Look at what is sent: three parts with two full stops between them.',
  ),
  'ASSERT-CLAIMS': advice(
    'The assertion lacks iss or aud.',
    'Put both in: the client id, and the token endpoint.',
  ),
  'ASSERT-ALG': advice(
    'The assertion is signed with an algorithm that is not accepted, such as HS256 or ES256.',
    'Sign with PS256 or RS256.',
  ),
  'ASSERT-EXP': advice('The assertion has no exp.', 'Let it expire in 5 to 10 minutes.'),
  'FIC-CONFIGURED': advice(
    'The blueprint has no federated identity credential at all, or the token was sent for another application.',
    'Add a federated identity credential for the managed identity or issuer to the blueprint.',
  ),
  'FIC-ISSUER': advice(
    'No federated identity credential names this issuer: v1.0 instead of v2.0, another tenant, or a slash too many.',
    'Compare iss of the token (`agentid explain -`) with issuer of the credential, character by character.',
  ),
  'FIC-KEY': advice(
    'The issuer no longer publishes the key, or its key set cannot be reached from the Internet.',
    'Get a fresh token, and look at the key set that the discovery document of the issuer names.',
  ),
  'FIC-SIGNATURE': advice(
    'The token was changed on its way, or the key set of the issuer has another key under the same id.',
    'Compare the token with the one the issuer gave out.',
  ),
  'FIC-APP-ONLY': advice(
    'A token of a user was presented as a client credential.',
    'Use the token of a managed identity.',
  ),
  'FIC-MSI-ONLY': advice(
    'A token of an ordinary application was presented; of the tokens of Entra only those of managed identities serve.',
    'Use a managed identity, or a certificate of the blueprint.',
  ),
  'FIC-AUDIENCE': advice(
    'aud of the token is not the audience of the federated identity credential.',
    `Ask the issuer for a token with the audience ${exchange}.`,
  ),
  'FIC-ENTRA-AUDIENCE': advice(
    'The managed identity was asked for a token of another resource, such as Microsoft Graph.',
    `Ask it for resource=${exchange}.`,
  ),
  'FIC-SUBJECT-CASE': advice(
    'sub of the token and the subject of the credential differ in capital letters only.',
    'Write the subject of the credential exactly as the token has it.',
  ),
  'FIC-SUBJECT': advice(
    'The subject of the credential is another one: often the client id of the managed identity instead of its object (principal) id.',
    'Copy sub of the token into the federated identity credential.',
  ),
  'FIC-START': advice('The token starts in the future.', 'Set the clocks.'),
  'FIC-EXPIRED': advice(
    'The token was read once and kept, while something replaces the file it came from.',
    'Read the file anew for every request.',
  ),
  'T1-ISSUER': advice(
    'T1 was got at another tenant, or it is no T1: step 1 asked for Microsoft Graph, whose tokens have another issuer.',
    `Do both steps at the tenant of the agent identity, step 1 with the scope ${exchange}/.default.`,
  ),
  'T1-KEY': advice(
    'T1 comes from another server, or from before the keys were changed.',
    'Get a new T1 from the same authority.',
  ),
  'T1-SIGNATURE': advice('T1 was changed on its way.', 'Send it exactly as it was received.'),
  'T1-AUDIENCE': advice(
    'The assertion is a token for a resource, not for the exchange.',
    `Ask in step 1 with the scope ${exchange}/.default.`,
  ),
  'T1-SUBJECT': advice(
    'The assertion is a token for the exchange that names no agent identity: step 1 had no fmi_path, or T2 was presented.',
    'Send fmi_path = the client id of the agent identity in step 1.',
  ),
  'T1-PARENT': advice(
    'T1 was got by another blueprint than the one the agent identity was made from.',
    'Use the credential of its own blueprint.',
  ),
  'T1-AGENT': advice(
    'T1 names another agent identity than client_id: a T1 was shared or cached under too short a key.',
    'Get one T1 for each agent identity and keep them apart in the cache.',
  ),
  'T1-AGENT-CASE': advice(
    'fmi_path was sent with capital letters, and the subject of T1 repeats it as it was sent.',
    'Send the id in lower case.',
  ),
  'T1-START': advice('T1 starts in the future.', 'Set the clock of the machine.'),
  'T1-EXPIRED': advice(
    'T1 was kept longer than its hour.',
    'Get a new T1, and renew it minutes before it expires.',
  ),
}
