/** What the client calls a thing, and where the user of this command sets it. */
const settings: readonly (readonly [name: string, variable: string])[] = [
  ['tenantId', 'AGENTID_TENANT_ID'],
  ['blueprintClientId', 'AGENTID_BLUEPRINT_CLIENT_ID'],
  ['agentIdentityId', 'the agent identity (--agent or AGENTID_AGENT_ID)'],
  ['authorityHost', 'AGENTID_AUTHORITY_HOST'],
  ['userAssertion', 'the user assertion (--user-assertion or AGENTID_USER_ASSERTION_FILE)'],
  ['user.oid', 'the agent user (--user or AGENTID_AGENT_USER_ID)'],
  ['user.upn', 'the agent user (--user or AGENTID_AGENT_USER_NAME)'],
  ['claims', 'the claims (--claims)'],
  ['exchangeAudience', 'AGENTID_EXCHANGE_AUDIENCE'],
  ['blueprintIdentifierUris', 'AGENTID_BLUEPRINT_IDENTIFIER_URI'],
  ['scope', 'the scope (--scope or AGENTID_SCOPE)'],
  ['client secret', 'AGENTID_BLUEPRINT_SECRET'],
  ['certificate authority', 'AGENTID_CA_FILE'],
  ['certificate', 'AGENTID_BLUEPRINT_CERTIFICATE_FILE'],
  ['private key', 'AGENTID_BLUEPRINT_KEY_FILE'],
  ['assertion file', 'AGENTID_BLUEPRINT_ASSERTION_FILE'],
  ['managed identity endpoint', 'IDENTITY_ENDPOINT or AZURE_POD_IDENTITY_AUTHORITY_HOST'],
  ['managed identity header', 'IDENTITY_HEADER'],
]

/** The client's complaint, in the words of this command. */
export function nameVariable(message: string): string {
  const found = settings.find(([name]) => message.startsWith(`${name} `))
  if (found === undefined) return message
  const [name, variable] = found
  return `${variable}${message.slice(name.length)}`
}
