import { type AdviceByRule, advice } from './advice.ts'

const exchange = 'api://AzureADTokenExchange'

export const assertionAdvice: AdviceByRule = {
  'ASSERT-TYPE-PRESENT': advice(
    'client_assertion_type is missing or empty.',
    'Send client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer.',
  ),
  'ASSERT-TYPE': advice(
    'client_assertion_type is misspelled, or that of SAML.',
    'Send client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer.',
  ),
  'ASSERT-JWT': advice(
    'client_assertion is not a JWT: it is empty, truncated, in quotes, a file name, or a tenant id.',
    'Check what you send: a JWT has three parts with a full stop between them.',
  ),
  'ASSERT-HEADER': advice(
    'The JOSE header has a member that Entra does not know, such as crit, b64, cty, jku, jwk or gty.',
    'Write only alg, typ, kid, x5t, x5t#S256 or x5c into it. For a federated token, ask its issuer to leave the member out.',
  ),
  'ASSERT-VALUES': advice(
    'A member of the header or a claim has a value of another type: nbf as text, sub as a list, kid as a number.',
    'Write times as numbers and everything else as text.',
  ),
  'ASSERT-JWT-TYPE': advice(
    'typ of the header is something else than JWT, for example at+jwt.',
    'Write JWT, or leave typ out.',
  ),
  'ASSERT-CLAIMS': advice(
    'The assertion lacks iss or aud.',
    'Add both: iss is the client id, aud is the token endpoint.',
  ),
  'ASSERT-ALG': advice(
    'The assertion is signed with an algorithm that Entra does not accept, such as HS256 or ES256.',
    'Sign with PS256 or RS256.',
  ),
  'ASSERT-FEDERATED-ALG': advice(
    'The issuer signs its tokens with an algorithm that Entra does not accept, such as ES256.',
    'Have the issuer sign with RS256.',
  ),
  'ASSERT-EXP': advice('The assertion has no exp.', 'Add an exp 5 to 10 minutes from now.'),
  'FIC-CONFIGURED': advice(
    'The blueprint has no federated identity credential at all, or the token was sent for another application.',
    'Add a federated identity credential for the managed identity or issuer to the blueprint.',
  ),
  'FIC-ISSUER': advice(
    'No federated identity credential names this issuer: v1.0 instead of v2.0, another tenant, or an extra slash.',
    'Compare iss of the token (`agentid explain -`) with issuer of the credential, character by character.',
  ),
  'FIC-KEY': advice(
    'The issuer no longer publishes the key, or its key set cannot be reached from the Internet.',
    'Get a new token, and check the key set that the discovery document of the issuer names.',
  ),
  'FIC-SIGNATURE': advice(
    'The token was changed in transit, or the key set of the issuer has another key under the same id.',
    'Compare the token with the one that the issuer issued.',
  ),
  'FIC-APP-ONLY': advice(
    'The client presented the token of a user as its credential.',
    'Use the token of a managed identity.',
  ),
  'FIC-MSI-ONLY': advice(
    'The client presented the token of an ordinary application. Of the tokens that Entra issues, only those of managed identities work here.',
    'Use a managed identity, or a certificate of the blueprint.',
  ),
  'FIC-AUDIENCE': advice(
    'The aud of the token is not the audience of the federated identity credential.',
    `Ask the issuer for a token with the audience ${exchange}.`,
  ),
  'FIC-ENTRA-AUDIENCE': advice(
    'The client requested a managed identity token for another resource, such as Microsoft Graph.',
    `Request resource=${exchange}.`,
  ),
  'FIC-SUBJECT-CASE': advice(
    'The sub of the token and the subject of the credential differ only in letter case.',
    'Write the subject of the credential exactly as it is in the token.',
  ),
  'FIC-EXPRESSION': advice(
    'The expression does not fit the claims of the token, or no credential has its subject. GitHub writes repo:OWNER@ID/NAME@ID:… for repositories created, renamed or transferred since 15 July 2026.',
    'Compare the expression with the claims of the token: letter case counts, * is any text and ? one character.',
  ),
  'FIC-T1': advice(
    'The blueprint presented T1 as its own credential: its id stands where the id of the agent identity belongs.',
    'Redeem T1 with client_id = the client id of the agent identity, and name that identity in fmi_path.',
  ),
  'FIC-CHAIN': advice(
    'The managed identity got its token with a federated credential of its own, as on AKS or in Foundry.',
    'Let the blueprint trust the first issuer itself, such as that of the cluster.',
  ),
  'FIC-DOCUMENTS': advice(
    'Entra cannot reach the discovery document or the keys of the issuer, or cannot use them: another issuer, an empty authorization_endpoint, no subject types.',
    'Publish both documents, with exactly the issuer of the tokens. The mock reads them on loopback only; elsewhere, describe the keys.',
  ),
  'FIC-SUBJECT': advice(
    'The credential has another subject, often the client id of the managed identity instead of its object (principal) id. GitHub writes repo:OWNER@ID/NAME@ID:… for repositories created, renamed or transferred since 15 July 2026.',
    'Copy sub of the token into the federated identity credential.',
  ),
  'FIC-START': advice('The token starts in the future.', 'Correct the clocks of both machines.'),
  'FIC-EXPIRED': advice(
    'The client read the token once and kept it, while the file it came from is replaced.',
    'Read the file again for every request.',
  ),
  'T1-ISSUER': advice(
    'T1 comes from another tenant, or it is not T1: step 1 requested Microsoft Graph, whose tokens have another issuer.',
    `Run both steps in the tenant of the agent identity, step 1 with the scope ${exchange}/.default.`,
  ),
  'T1-KEY': advice(
    'T1 comes from another server, or was issued before the keys changed.',
    'Get a new T1 from the same authority.',
  ),
  'T1-SIGNATURE': advice('T1 was changed in transit.', 'Send it exactly as you received it.'),
  'T1-AUDIENCE': advice(
    'The assertion is a token for a resource, not for the exchange.',
    `Request the scope ${exchange}/.default in step 1.`,
  ),
  'T1-SUBJECT': advice(
    'The assertion is a token for the exchange that names no agent identity: step 1 had no fmi_path, or T2 was presented.',
    'Send fmi_path = the client id of the agent identity in step 1.',
  ),
  'T1-PARENT': advice(
    'T1 belongs to another blueprint than the parent of the agent identity.',
    'Use the credential of its own blueprint.',
  ),
  'T1-AGENT': advice(
    'T1 names another agent identity than client_id: the client shared T1, or cached it under a key that is too short.',
    'Get one T1 for each agent identity and cache them separately.',
  ),
  'T1-AGENT-CASE': advice(
    'fmi_path was sent with capital letters, and the subject of T1 repeats it unchanged.',
    'Send the id in lower case.',
  ),
  'T1-START': advice('T1 starts in the future.', 'Correct the clock of the machine.'),
  'T1-EXPIRED': advice(
    'The client kept T1 for longer than its hour.',
    'Get a new T1, and renew it a few minutes before it expires.',
  ),
}
