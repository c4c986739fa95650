import { runFeatures } from '../engine/run/run-features.ts'
import type { ScenarioResult } from '../engine/run/scenario-result.ts'
import { mockAsLiveTarget } from '../engine/targets/mock-as-live.ts'

const tenant = [
  'AGENTID_TENANT_ID',
  'AGENTID_BLUEPRINT_CLIENT_ID',
  'AGENTID_AGENT_ID',
  'AGENTID_SECOND_AGENT_ID',
  'AGENTID_OTHER_BLUEPRINT_CLIENT_ID',
  'AGENTID_OTHER_BLUEPRINT_SECRET',
  'AGENTID_OTHER_AGENT_ID',
  'AGENTID_AGENT_USER_ID',
  'AGENTID_AGENT_USER_NAME',
  'AGENTID_USER_ASSERTION_FILE',
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

/** Judges a mock by the variables of a tenant whose blueprint has these credentials, and no other. */
export async function liveCredentials(
  names: readonly CredentialName[],
  files?: readonly string[],
): Promise<readonly ScenarioResult[]> {
  const variables = [...tenant, ...names.flatMap((name) => credentialVariables[name])]
  const target = await mockAsLiveTarget({ variables })
  const { results } = await runFeatures({ target, tags: '@live', ...(files && { files }) })
  await target.close()
  return results
}
