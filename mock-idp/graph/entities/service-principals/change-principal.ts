import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import type { Principal } from '../../../directory/principal.ts'
import { agentHasNoCredentials } from '../../../rules/graph/agents.ts'
import { principalPropertyIsCompatible } from '../../../rules/graph/principals.ts'
import { done, type GraphCall } from '../../call/graph-call.ts'
import { findPrincipal, principalOf } from '../../call/named-objects.ts'
import { type Operation, patch } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { principalChanges } from '../../write/changes.ts'
import { readProperties } from '../../write/read-properties.ts'
import { nullableText, structure, text } from '../../write/values.ts'
import { ownersOf, updatingOf } from './service-principals.ts'

const principalChange = z.object({
  accountEnabled: z.boolean().optional(),
  displayName: text(256).min(1).optional(),
  appRoleAssignmentRequired: z.boolean().optional(),
  description: nullableText(1024).optional(),
  homepage: nullableText(1024).optional(),
  notes: nullableText(1024).optional(),
  info: structure.nullable().optional(),
  alternativeNames: z.array(z.string()).optional(),
  tags: z.array(text(256)).optional(),
  servicePrincipalNames: z.array(z.string()).optional(),
  keyCredentials: z.array(structure).optional(),
  passwordCredentials: z.array(structure).optional(),
})

/** `PATCH /servicePrincipals/{id}` */
export const principalChanging: readonly Operation[] = [
  patch('servicePrincipals/{id}', (call) => {
    authorizeChange(call)
    const principal = principalOf(call)
    const input = readProperties(call, principalChange, 'ServicePrincipal')
    checkChange(call, principal, input)
    call.commit(principalChanges(call.tenant, changed(principal, input)))
    return done
  }),
]

/** Sponsors may disable and enable what they answer for (agent-owners-sponsors-managers.md). */
function authorizeChange(call: GraphCall): void {
  const owners = ownersOf(call)
  const { sponsors = [] } = findPrincipal(call) ?? {}
  const names = Object.keys(call.body).filter((name) => !name.includes('@'))
  const onlyEnables = names.length === 1 && names[0] === 'accountEnabled'
  authorize(call, updatingOf(call), onlyEnables ? [...owners, ...sponsors] : owners)
}

type Input = ReturnType<typeof readProperties<typeof principalChange>>

/** @throws {Refusal} under AGENT-CREDENTIALS or PRINCIPAL-PROPERTY */
function checkChange({ examination }: GraphCall, { kind }: Principal, input: Input): void {
  const namesCredentials = Boolean(input.keyCredentials ?? input.passwordCredentials)
  const hasCredentials = kind === 'agentIdentity' && namesCredentials
  enforce([agentHasNoCredentials], { hasCredentials }, examination)
  const incompatible = input.servicePrincipalNames ? ['servicePrincipalNames'] : []
  const facts = { wantsBlueprint: kind === 'blueprint', incompatible }
  enforce([principalPropertyIsCompatible], facts, examination)
}

/** What is no detail: read elsewhere, or refused. */
const notInDetails = [
  'accountEnabled',
  'displayName',
  'keyCredentials',
  'passwordCredentials',
  'servicePrincipalNames',
]

function changed(principal: Principal, input: Input): Principal {
  const kept = Object.entries(input).filter(
    ([name, value]) => !notInDetails.includes(name) && value !== undefined,
  )
  return {
    ...principal,
    enabled: input.accountEnabled ?? principal.enabled,
    displayName: input.displayName ?? principal.displayName,
    details: { ...principal.details, ...Object.fromEntries(kept) },
  }
}
