import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import type { Directory } from '../../engine/cast/directory.ts'
import type { TenantName } from '../../engine/cast/names.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { headerOf } from '../../engine/requests/answer.ts'
import type { Send } from '../../engine/requests/wire-request.ts'
import { isOnAuthority } from './cloud-names.ts'
import type { IssuedToken } from './each-token.ts'

export type DocumentVersion = 1 | 2

/**
 * The key set of a tenant, or of all tenants, to which the discovery document of this version leads.
 * @throws {Difference} where the document leads nowhere, or away from the authority
 */
export async function keysNamedBy(
  version: DocumentVersion,
  tenant: TenantName | 'common',
  { directory, request }: { readonly directory: Directory; readonly request: Send },
): Promise<JSONWebKeySet> {
  const folder = version === 1 ? '' : '/v2.0'
  const name = tenant === 'common' ? tenant : directory.tenantId(tenant)
  const path = `/${name}${folder}/.well-known/openid-configuration`
  const { jwks_uri: address } = (await json(await request(path))) as { readonly jwks_uri?: unknown }
  if (!isOnAuthority(directory, address)) {
    throw new Difference(
      `jwks_uri of the version ${version} document`,
      'an address of the authority',
      String(address),
    )
  }
  const keys = await json(await request(address))
  if (Array.isArray(keys.keys)) return keys as unknown as JSONWebKeySet
  throw new Difference(`the keys at ${address}`, 'a list', JSON.stringify(keys.keys) ?? 'absent')
}

async function json(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const text = await answer.text()
  if (answer.ok && text.startsWith('{'))
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  throw new Difference('what discovery answers', 'a document', `${answer.status}`)
}

/** @throws {Difference} where a header names a key that is not one of these */
export function expectKeysOf({ keys }: JSONWebKeySet, tokens: readonly IssuedToken[]): void {
  const kids = keys.map(({ kid }) => kid)
  const wrong = tokens.filter(({ token }) => !kids.includes(String(headerOf(token).kid)))
  const [first] = wrong
  if (!first) return
  throw new Difference(
    `the header member kid of ${wrong.map(({ name }) => name).join(', ')}`,
    `one of ${kids.join(', ') || 'no key'}`,
    String(headerOf(first.token).kid),
  )
}

/** @throws {Difference} unless every signature verifies with one of the keys */
export async function expectSignaturesBy(
  keys: JSONWebKeySet,
  tokens: readonly IssuedToken[],
): Promise<void> {
  const wrong: string[] = []
  let reason = ''
  for (const { name, token } of tokens) {
    try {
      await compactVerify(token, createLocalJWKSet(keys), { algorithms: ['RS256'] })
    } catch (error) {
      wrong.push(name)
      reason ||= error instanceof Error ? error.message : String(error)
    }
  }
  if (wrong.length === 0) return
  throw new Difference(
    `the signature of ${wrong.join(', ')}`,
    'verifies with a published key',
    reason,
  )
}
