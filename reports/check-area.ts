/** What the first word of a check id stands for. */
const areaNames: Readonly<Record<string, string>> = {
  T1: 'The first token, T1',
  LEG: 'Which credential on which leg',
  CRED: 'Credentials',
  ASSERT: 'Client assertions',
  CERT: 'Certificates',
  TEN: 'Tenants',
  CLOUD: 'Clouds',
  CACHE: 'Caching',
  EXP: 'Expiry and renewal',
  CONC: 'Simultaneous callers',
  RETRY: 'Retrying and throttling',
  RESP: 'Reading answers',
  INPUT: 'Input of the caller',
  ID: 'Whose token it is',
  ERR: 'Errors',
  LOG: 'Secrecy',
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
  NEG: 'Refusals',
  USER: 'Agent users',
}

export type Area = { readonly prefix: string; readonly name: string }

/** The area of a rule: `RETRY-2` is about retrying. */
export function areaOf(checkId: string): Area {
  const [prefix = checkId] = checkId.split('-', 1)
  return { prefix, name: areaNames[prefix] ?? prefix }
}
