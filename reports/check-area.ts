/** The meaning of the first word of a check id: client rules first, then the others. */
const areaNames: Readonly<Record<string, string>> = {
  LEG: 'Contents of each leg',
  SEND: 'Credentials',
  SIGN: 'Client assertions',
  AUTHORITY: 'Tenants and hosts',
  CLOUD: 'Clouds',
  CACHE: 'Caching',
  RENEW: 'Expiry and renewal',
  FILE: 'Assertion files',
  CONCURRENT: 'Simultaneous callers',
  RETRY: 'Retrying and throttling',
  ANSWER: 'Reading answers',
  INPUT: 'Caller input',
  RECIPIENT: 'Token recipient',
  PERSON: 'People',
  FAILURE: 'Errors',
  LOG: 'Secrecy',
  MANAGED: 'Managed identity',
  T1: 'The first token, T1',
  CRED: 'Credentials',
  ASSERT: 'Client assertions',
  CERT: 'Certificates',
  FIC: 'Federated credentials',
  MI: 'Managed identity',
  DISC: 'Discovery',
  REQ: 'Requests',
  TENANT: 'Tenants',
  CLIENT: 'Clients',
  SCOPE: 'Scopes',
  RESOURCE: 'Resources',
  FMI: 'fmi_path',
  TOKEN: 'Tokens',
  ERROR: 'Error answers',
}

export type Area = { readonly prefix: string; readonly name: string }

/** The area of a rule: `RETRY-PER-AGENT` is about retrying. */
export function areaOf(checkId: string): Area {
  const [prefix = checkId] = checkId.split('-', 1)
  return { prefix, name: areaNames[prefix] ?? prefix }
}
