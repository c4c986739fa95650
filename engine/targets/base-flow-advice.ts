type Advice = { readonly variable: RegExp; readonly what: string }

const noTenant = [{ variable: /TENANT_ID/, what: 'the authority knows no such tenant' }]
const noAgent = [
  { variable: /_AGENT_ID$/, what: 'it is not an agent identity of this blueprint' },
] as const
const userAssertion = (what: string) => [{ variable: /USER_ASSERTION/, what }]
const accessPolicy = userAssertion(
  'a Conditional Access policy asks more of this person; get a token that satisfies it',
)

/**
 * What a number says about the variables, the first that the request depends on. A target that answers so refuses
 * them; it does not break a rule.
 */
export const adviceByNumber: Readonly<Record<number, readonly Advice[]>> = {
  90002: noTenant,
  900021: noTenant,
  900023: noTenant,
  700016: [{ variable: /CLIENT_ID|AGENT_ID/, what: 'the tenant knows no such client' }],
  7000215: [{ variable: /SECRET|CLIENT_ID/, what: 'the secret is not one of this blueprint' }],
  7000222: [{ variable: /SECRET/, what: 'the secret has expired' }],
  7000229: [{ variable: /CLIENT_ID|AGENT_ID/, what: 'the client has no principal in this tenant' }],
  90013: noAgent,
  7002111: noAgent,
  700027: [
    {
      variable: /CERTIFICATE/,
      what: 'the certificate is not registered, or the key is not its own',
    },
  ],
  700024: [
    { variable: /BLUEPRINT_ASSERTION/, what: 'the assertion has expired; write a fresh one' },
  ],
  700211: [{ variable: /BLUEPRINT_ASSERTION/, what: 'the blueprint does not trust the issuer' }],
  700212: [{ variable: /BLUEPRINT_ASSERTION/, what: 'the assertion is for another audience' }],
  700213: [{ variable: /BLUEPRINT_ASSERTION/, what: 'the blueprint does not trust the subject' }],
  50034: [
    { variable: /AGENT_USER/, what: 'the agent identity has no such agent user' },
    { variable: /USER_ASSERTION/, what: 'the tenant knows no such person' },
  ],
  50057: [{ variable: /AGENT_USER|USER_ASSERTION/, what: 'the account is disabled' }],
  65001: [
    {
      variable: /AGENT_USER|USER_ASSERTION/,
      what: 'the agent identity has no delegated permission of Microsoft Graph for this user; grant it one, such as User.Read',
    },
  ],
  50013: userAssertion('the tenant did not issue it for this blueprint'),
  500131: userAssertion('it is for another audience than the blueprint'),
  500133: userAssertion('it has expired; get a fresh one'),
  50173: userAssertion('the sign-in of this person was revoked; get a fresh one'),
  240002: userAssertion('it is an id_token; get an access token for the blueprint'),
  7000114: userAssertion('it is a token of an application; get one of a person'),
  50076: accessPolicy,
  50079: accessPolicy,
  53003: [
    {
      variable: /AGENT_USER|USER_ASSERTION/,
      what: 'a Conditional Access policy blocks the token; leave this user out of it',
    },
  ],
}
