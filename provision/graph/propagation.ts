import { GraphError } from './graph-error.ts'

type Sign = {
  readonly statuses: readonly number[]
  readonly code?: string
  readonly text?: RegExp
}

/**
 * What Graph answers while an object that was just made has not reached every replica: Microsoft's
 * known issues for agent identities, and the answers after which its own tools try again
 * (microsoft/Agent365-devTools).
 */
const signs: readonly Sign[] = [
  { statuses: [404], code: 'Request_ResourceNotFound' },
  { statuses: [401, 403], code: 'Authorization_IdentityNotFound' },
  // Of a grant whose client or user is new (microsoft/entrabot retries on it).
  { statuses: [400, 404], text: /^Principal was not found/i },
  { statuses: [400], text: /^Object with id \S+ not found/i },
  { statuses: [400, 403], code: 'AgentIdentity_AgentBlueprintPrincipalDoesNotExist' },
  { statuses: [400], text: /Agent Blueprint Principal [^\n]{0,200}does not exist/i },
  // Provisioning names only blueprints that it has made, so one that Graph takes for none is too young.
  { statuses: [400, 403], code: 'AgentBlueprintPrincipal_RequireAgentBlueprint' },
  { statuses: [400, 403], code: 'AgentIdentity_IncompatibleParentType' },
  { statuses: [400], text: /does not reference a valid application object/i },
]

/** Whether the same request may succeed in a moment because the directory is still spreading it. */
export function isPropagation(error: unknown): error is GraphError {
  if (!(error instanceof GraphError)) return false
  const { status = 0, code, graphMessage = '' } = error
  return signs.some(
    (sign) =>
      sign.statuses.includes(status) &&
      (sign.code === undefined || sign.code === code) &&
      (sign.text?.test(graphMessage) ?? true),
  )
}
