import type { AcquiredToken } from '../../client/index.ts'
import { claimsTable } from '../explain/claims-table.ts'
import { kindDescriptions } from '../explain/kind-descriptions.ts'
import { readToken } from '../explain/read-token.ts'
import type { Page } from '../terminal/page.ts'
import { wrap } from '../terminal/wrap.ts'

/** Every claim of a token with one line on it. The token itself is not shown. */
export function decodedLines(token: string, nowMs: number, page: Page): readonly string[] {
  const read = readToken(token)
  if (read === undefined) return ['The token is opaque: its claims cannot be read.', '']
  return [
    ...wrap(kindDescriptions[read.kind], page.width).map(page.colours.title),
    '',
    ...claimsTable(read, nowMs, page),
    '',
  ]
}

/** A token as data, with its claims where they were asked for and can be read. */
export function tokenRecord(
  acquired: AcquiredToken,
  withClaims: boolean,
): Readonly<Record<string, unknown>> {
  const { token, tokenType, expiresAtMs, source, tenantId, agentIdentityId, scope } = acquired
  const claims = withClaims ? readToken(token)?.claims : undefined
  return {
    token,
    tokenType,
    expiresAt: new Date(expiresAtMs).toISOString(),
    source,
    tenantId,
    agentId: agentIdentityId,
    scope,
    ...(claims && { claims }),
  }
}
