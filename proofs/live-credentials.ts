import { runFeatures } from '../engine/run/run-features.ts'
import { mockAsLiveTarget } from '../engine/targets/mock-as-live.ts'

const tenant = [
  'AGENTID_TENANT_ID',
  'AGENTID_BLUEPRINT_CLIENT_ID',
  'AGENTID_AGENT_ID',
  'AGENTID_SECOND_AGENT_ID',
  'AGENTID_OTHER_BLUEPRINT_CLIENT_ID',
  'AGENTID_OTHER_BLUEPRINT_SECRET',
  'AGENTID_OTHER_AGENT_ID',
  'AGENTID_GRAPH_URL',
  'AGENTID_GRAPH_TOKEN',
]

/** What proves the blueprint of a live target, by the variables that name it. */
export const credentialVariables = {
  'client secret': ['AGENTID_BLUEPRINT_SECRET'],
  certificate: ['AGENTID_BLUEPRINT_CERTIFICATE_FILE', 'AGENTID_BLUEPRINT_KEY_FILE'],
  'assertion file': ['AGENTID_BLUEPRINT_ASSERTION_FILE'],
  'managed identity': ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'],
} as const

export type CredentialName = keyof typeof credentialVariables

/** How many scenarios passed on a target with these credentials, and what else they came to, for each reason once. */
export type LiveOutcome = { readonly passed: number; readonly others: readonly string[] }

/** Judges a mock by the variables of a tenant whose blueprint has these credentials, and no other. */
export async function liveCredentials(
  names: readonly CredentialName[],
  files?: readonly string[],
): Promise<LiveOutcome> {
  const variables = [...tenant, ...names.flatMap((name) => credentialVariables[name])]
  const target = await mockAsLiveTarget({ variables })
  const { results } = await runFeatures({ target, tags: '@live', ...(files && { files }) })
  await target.close()
  const others = results.filter(({ status }) => status !== 'passed')
  const reasons = others.map(({ status, reason }) => `${status}: ${reason}`)
  return { passed: results.length - others.length, others: [...new Set(reasons)].sort() }
}
