import { defineParameterType } from '@cucumber/cucumber'
import { agentNames, isPersonName } from '../../engine/cast/names.ts'
import type { WireRequest } from '../../engine/requests/wire-request.ts'
import type { TenantDescription } from '../../mock-idp/index.ts'
import type { AgentIdWorld } from './world.ts'

export type Policy = NonNullable<TenantDescription['accessPolicies']>[number]

/** All people, agents or agent users, or one of them by name. */
export type PolicySubject = string

defineParameterType({
  name: 'policy subject',
  regexp: /people|agents|agent users|"(?:Ada|Bea|Carlos|Assistant)"|"(?:Booking|Billing|Parcel)"/,
  transformer: (text) => text.replaceAll('"', ''),
  useForSnippets: false,
})

/** The id of the policy that a scenario adds last: the "policy" of the features. */
export const policyId = 'aaaaaaaa-0000-4000-8000-000000000001'

/** What a challenge says that the next sign-in has to satisfy. */
export const policyChallenge = JSON.stringify({
  access_token: { capolids: { essential: true, values: [policyId] } },
})

export async function addPolicy(
  world: AgentIdWorld,
  subject: PolicySubject,
  policy: Pick<Policy, 'control' | 'resource' | 'authenticationContext'>,
): Promise<void> {
  const whom = policyTarget(world, subject)
  await world.change('Contoso', (draft) => {
    draft.accessPolicies = [{ id: policyId, displayName: 'The policy', ...whom, ...policy }]
  })
}

export async function removePolicies(world: AgentIdWorld): Promise<void> {
  await world.change('Contoso', (draft) => {
    draft.accessPolicies = []
  })
}

function policyTarget(
  { directory }: AgentIdWorld,
  subject: PolicySubject,
): Pick<Policy, 'appliesTo' | 'principals'> {
  if (subject === 'people' || subject === 'agents') return { appliesTo: subject }
  if (subject === 'agent users') return { appliesTo: 'agentUsers' }
  if (!isPersonName(subject)) {
    const agent = agentNames.find((name) => name === subject)
    if (!agent) throw new TypeError(`nobody is called ${subject}`)
    return { appliesTo: 'agents', principals: [directory.clientId(agent)] }
  }
  const appliesTo = subject === 'Assistant' ? 'agentUsers' : 'people'
  return { appliesTo, principals: [directory.personId(subject)] }
}

/** A call of the control API. */
export function policyRequest(
  { directory }: AgentIdWorld,
  method: 'POST' | 'DELETE',
  policy?: string,
): WireRequest {
  return {
    method,
    path: `/_mock/access-policies?tenant=${directory.tenantId('Contoso')}`,
    headers: { 'content-type': 'application/json' },
    parameters: [],
    ...(policy !== undefined && { body: policy }),
  }
}
