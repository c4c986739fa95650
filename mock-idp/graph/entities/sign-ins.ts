import type { Tenant } from '../../directory/tenant.ts'
import type { JournalEntry } from '../../journal/journal.ts'
import type { JsonObject } from '../call/graph-call.ts'
import { get, type Operation } from '../call/operation.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { listRecords } from '../show/list-records.ts'

/** `/auditLogs/signIns`: what the token endpoint of this tenant did lately, newest first. */
export const signInOperations: readonly Operation[] = [
  get('auditLogs/signIns', (call) => {
    authorize(call, permissions.readAuditLog)
    const tokens = call.signIns().filter(({ endpoint }) => endpoint === 'token')
    const newestFirst = tokens.toReversed()
    return listRecords(call, {
      context: 'auditLogs/signIns',
      records: newestFirst.map((entry) => signIn(entry, call.tenant)),
      positionAt: (index) => -(newestFirst[index]?.sequence ?? 0),
    })
  }),
]

function signIn(entry: JournalEntry, tenant: Tenant): JsonObject {
  const { traceId, time, correlationId, parameters, assertion, outcome } = entry
  const clientId = (parameters.client_id ?? '').toLowerCase()
  const principal = tenant.principals.get(clientId)
  const resource = resourceIn(parameters.scope ?? '', tenant)
  return {
    id: traceId,
    createdDateTime: time,
    appId: clientId,
    appDisplayName: principal?.displayName ?? '',
    correlationId,
    clientCredentialType: assertion ? 'clientAssertion' : 'clientSecret',
    isInteractive: false,
    resourceId: resource?.appId ?? null,
    resourceDisplayName: resource?.displayName ?? null,
    servicePrincipalId: principal?.id ?? '',
    servicePrincipalName: principal?.displayName ?? '',
    signInEventTypes: ['servicePrincipal'],
    status: statusOf(outcome),
    agent: agentOf(principal),
  }
}

function statusOf(outcome: JournalEntry['outcome']): JsonObject {
  if (!('refused' in outcome))
    return { errorCode: 0, failureReason: 'Other.', additionalDetails: null }
  return { errorCode: outcome.aadsts ?? 0, failureReason: outcome.error, additionalDetails: null }
}

/** Names of `microsoft.graph.agentic.agentSignIn`, as its reference page lists them. */
function agentOf(principal: ReturnType<Tenant['principals']['get']>): JsonObject {
  if (principal?.kind === 'agentIdentity') {
    const { blueprintAppId } = principal
    return {
      agentType: 'agenticAppInstance',
      parentAppId: blueprintAppId,
      agentSubjectType: 'agenticAppInstance',
      agentSubjectParentId: blueprintAppId,
    }
  }
  const agentType = principal?.kind === 'blueprint' ? 'agenticApp' : 'notAgentic'
  return { agentType, parentAppId: null, agentSubjectType: agentType, agentSubjectParentId: null }
}

function resourceIn(scope: string, { resourcesByName }: Tenant) {
  const name = scope.split(' ')[0] ?? ''
  return resourcesByName.get(name.slice(0, name.lastIndexOf('/')).toLowerCase())
}
