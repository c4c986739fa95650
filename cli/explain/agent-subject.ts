import { decodeGuid } from './encoded-guid.ts'

/** What the subject of T1 says: which application of which tenant speaks for which path. */
export type AgentSubject = {
  readonly tenantId: string
  /** For agents the blueprint. */
  readonly applicationId: string
  /** `fmi_path` as it was sent: for agents the id of the agent identity. */
  readonly path: string
}

const pattern = /^\/eid1\/c\/[^/]+\/t\/([\w-]{22})\/a\/([\w-]{22})\/(.+)$/s

/** `/eid1/c/pub/t/{tenant}/a/{application}/{fmi_path}`, both ids in 22 characters of base64url. */
export function readAgentSubject(subject: string): AgentSubject | undefined {
  const [, tenant = '', application = '', path] = pattern.exec(subject) ?? []
  const [tenantId, applicationId] = [decodeGuid(tenant), decodeGuid(application)]
  if (tenantId === undefined || applicationId === undefined || !path) return undefined
  return { tenantId, applicationId, path }
}
