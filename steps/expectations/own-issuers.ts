import { Difference } from '../../engine/outcomes/difference.ts'
import type { Send } from '../../engine/requests/wire-request.ts'
import type { Context } from './expected-value.ts'

/**
 * Compares by the names of Microsoft's issuers, and where that fails on a version 1 issuer, by the one that the
 * provider's own version 1 document names: a provider that is not Microsoft's chooses its host.
 *
 * @throws {Difference} where neither is right
 */
export async function byOwnIssuers(
  context: Context,
  rows: readonly (readonly string[])[],
  request: Send,
  expect: (context: Context) => void,
): Promise<void> {
  try {
    expect(context)
  } catch (error) {
    const isAboutIssuer = rows.some((cells) =>
      cells.some((one) => one.includes('version 1 issuer')),
    )
    if (!(error instanceof Difference) || !isAboutIssuer) throw error
    const { directory } = context
    const tenantIds = [...new Set([directory.tenantId('Contoso'), ...directory.madeTenants()])]
    const ownIssuers = await Promise.all(tenantIds.map((id) => issuerIn(id, request)))
    expect({ ...context, ownIssuers: ownIssuers.flat() })
  }
}

async function issuerIn(tenantId: string, request: Send): Promise<readonly string[]> {
  const answer = await request(`/${tenantId}/.well-known/openid-configuration`)
  if (!answer.ok) return []
  const { issuer } = (await answer.json()) as { readonly issuer?: unknown }
  return typeof issuer === 'string' ? [issuer] : []
}
