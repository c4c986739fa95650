import { guidBytes, guidFromBytes, isGuid } from '../directory/guid.ts'

const subjectPattern = /^\/eid1\/c\/pub\/t\/([\w-]{22})\/a\/([\w-]{22})\/(.+)$/

/** What the subject of T1 says: which blueprint of which tenant speaks for which agent identity. */
export type AgentSubject = {
  readonly tenantId: string
  readonly blueprintAppId: string
  readonly fmiPath: string
}

/** `/eid1/c/pub/t/{tenant}/a/{blueprint}/{fmi_path}`, the path verbatim. */
export function agentSubject(
  { tenantId, blueprintAppId, fmiPath }: AgentSubject,
  encodeBytes: (bytes: Uint8Array) => string,
): string {
  const tenant = encodeBytes(guidBytes(tenantId))
  const blueprint = encodeBytes(guidBytes(blueprintAppId))
  return `/eid1/c/pub/t/${tenant}/a/${blueprint}/${fmiPath}`
}

export function parseAgentSubject(subject: string): AgentSubject | undefined {
  const [, tenant, blueprint, fmiPath] = subjectPattern.exec(subject) ?? []
  if (!tenant || !blueprint || !fmiPath || !isGuid(fmiPath)) return undefined
  return {
    tenantId: guidFromBytes(decodeBytes(tenant)),
    blueprintAppId: guidFromBytes(decodeBytes(blueprint)),
    fmiPath,
  }
}

function decodeBytes(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (char) => char.charCodeAt(0))
}
