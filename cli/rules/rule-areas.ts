import type { Rule } from '../../mock-idp/index.ts'

/** Areas of refusals, by the first word of their ids. */
const refusalAreas: Readonly<Record<string, string>> = {
  TENANT: 'Tenant',
  DISC: 'Discovery',
  REQ: 'Request',
  CLIENT: 'Client',
  CRED: 'Credential',
  ASSERT: 'Client assertion',
  CERT: 'Certificate',
  FIC: 'Federated identity credential',
  T1: 'T1',
  OBO: 'On behalf of a person',
  USERFIC: 'Agent user',
  REFRESH: 'Refresh token',
  CODE: 'Authorization code',
  DEVICE: 'Device code',
  SCOPE: 'Scope and resource',
  RESOURCE: 'Scope and resource',
  USER: 'Consent and assignment',
  CONSENT: 'Consent and assignment',
  FMI: 'fmi_path',
  ACCESS: 'Conditional Access',
  AUTHORIZE: 'Sign-in',
  LOGIN: 'Sign-in',
  ADMIN: 'Consent of an administrator',
  MI: 'Managed identity',
  USERINFO: 'User information',
  GRAPH: 'Microsoft Graph: calls and queries',
  BLUEPRINT: 'Microsoft Graph: blueprints',
  PRINCIPAL: 'Microsoft Graph: blueprints',
  SPONSOR: 'Microsoft Graph: blueprints',
  OWNER: 'Microsoft Graph: blueprints',
  INHERIT: 'Microsoft Graph: blueprints',
  AGENT: 'Microsoft Graph: agent identities',
  AGENTUSER: 'Microsoft Graph: agent identities',
  PASSWORD: 'Microsoft Graph: credentials',
  KEY: 'Microsoft Graph: credentials',
  FEDERATION: 'Microsoft Graph: credentials',
  ROLE: 'Microsoft Graph: grants',
  GRANT: 'Microsoft Graph: grants',
}

const otherAreas = {
  promise: 'What is answered',
  client: 'What a client sends',
  api: 'What an API lets in',
  tool: 'This test tool',
} as const

/** Under which heading a rule is listed. */
export function areaOf({ kind, id }: Rule): string {
  if (kind !== 'refusal') return otherAreas[kind]
  const [word = ''] = id.split('-', 1)
  return refusalAreas[word] ?? word
}

/** Rules by area. Areas and rules keep the order of the catalogue. */
export function byArea(
  rules: readonly Rule[],
): readonly { readonly area: string; readonly rules: readonly Rule[] }[] {
  const areas = [...new Set(rules.map(areaOf))]
  return areas.map((area) => ({ area, rules: rules.filter((rule) => areaOf(rule) === area) }))
}
