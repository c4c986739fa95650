import { isGuid } from '../../../mock-idp/index.ts'
import { readAgentSubject } from '../agent-subject.ts'
import { textOf } from '../claims.ts'
import { clientOf } from '../token-kind.ts'
import { type Check, oddity } from './oddity.ts'

const isT1: Check = ({ kind }) =>
  kind === 't1'
    ? oddity(
        'It is T1. If it reached an API, the client left out step 2.',
        'Present it as client_assertion with client_id = the agent identity, and send what comes back.',
      )
    : undefined

const isT2: Check = ({ kind }) =>
  kind === 't2'
    ? oddity(
        'It is for the exchange, but its subject is not an /eid1 path: it is T2, which cannot replace T1.',
        'Use it as user_federated_identity_credential of the user_fic grant; for an API, request a token with the scope of that API.',
      )
    : undefined

const namesNoAgent: Check = ({ kind }) =>
  kind === 'other-exchange'
    ? oddity(
        'It is for the exchange, but its subject names no agent identity.',
        "If a blueprint requested it, the request had no fmi_path: send fmi_path = the agent identity's client id. If it is a managed identity token, it is the blueprint's client_assertion, and nothing is wrong.",
      )
    : undefined

const isUnreadable: Check = ({ kind, claims }) => {
  if (kind !== 't1' || readAgentSubject(textOf(claims, 'sub') ?? '')) return undefined
  return oddity(
    'Its subject starts like that of T1, but this tool cannot read it.',
    'Compare it with /eid1/c/pub/t/{tenant}/a/{blueprint}/{agent identity}; both ids have 22 characters.',
  )
}

const namesNoGuid: Check = ({ claims }) => {
  const path = readAgentSubject(textOf(claims, 'sub') ?? '')?.path
  if (path === undefined || isGuid(path)) return undefined
  return oddity(
    'Its subject ends with a path that is not a GUID, so it names no agent identity.',
    "Send fmi_path = the agent identity's client id. Other Microsoft services use other paths.",
  )
}

const namesUpperCase: Check = ({ claims }) => {
  const path = readAgentSubject(textOf(claims, 'sub') ?? '')?.path
  if (path === undefined || path === path.toLowerCase() || !isGuid(path)) return undefined
  return oddity(
    'Its subject spells the agent identity with capital letters, and Entra compares subjects by case (inferred for T1).',
    'Send fmi_path in lower case, as the directory writes it.',
  )
}

const namesOtherTenant: Check = ({ claims }) => {
  const named = readAgentSubject(textOf(claims, 'sub') ?? '')?.tenantId
  const tid = textOf(claims, 'tid')
  if (named === undefined || tid === undefined || named === tid.toLowerCase()) return undefined
  return oddity(
    `Its tid is ${tid}, while its subject names tenant ${named}.`,
    'Run both steps in the tenant of the agent identity.',
  )
}

const namesOtherBlueprint: Check = ({ claims }) => {
  const named = readAgentSubject(textOf(claims, 'sub') ?? '')?.applicationId
  const client = clientOf(claims)
  if (named === undefined || client === undefined || named === client.toLowerCase())
    return undefined
  return oddity(
    `It was issued to ${client}, while its subject names blueprint ${named}.`,
    'Find out who issued it: in every captured T1 both are the blueprint.',
  )
}

export const exchangeChecks: readonly Check[] = [
  isT1,
  isT2,
  namesNoAgent,
  isUnreadable,
  namesNoGuid,
  namesUpperCase,
  namesOtherTenant,
  namesOtherBlueprint,
]
