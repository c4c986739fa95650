import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { answered, type Body, type Forward } from './graph-faults.ts'

type Asked = { readonly method?: string; readonly body?: Body }

/** What else the same caller asks for. */
export function alsoAsked(
  { url, headers }: Request,
  forward: Forward,
  path: string,
  { method = 'GET', body }: Asked = {},
): Promise<Response> {
  const own = {
    authorization: headers.get('authorization') ?? '',
    consistencylevel: 'eventual',
    ...(body && { 'content-type': 'application/json' }),
  }
  const content = body && { body: JSON.stringify(body) }
  return forward(new Request(new URL(path, url), { method, headers: own, ...content }))
}

/** The objects that the same caller finds under a path; none where it is refused. */
export async function objectsAt(
  request: Request,
  forward: Forward,
  path: string,
): Promise<readonly Body[]> {
  const answer = await alsoAsked(request, forward, path)
  const { value } = answer.ok ? ((await answer.json()) as Body) : {}
  return Array.isArray(value) ? value : []
}

/** The tenant that the token of a request names. */
export function tenantOf({ headers }: Request): string {
  const [, payload = ''] = headers.get('authorization')?.split('.') ?? []
  const claims = payload && JSON.parse(Buffer.from(payload, 'base64url').toString())
  return String(claims?.tid ?? '')
}

/** What is forbidden to a caller is done as if the administrator had asked, with these permissions or the usual ones. */
export function doneForAnybody(
  isIt: (request: Request) => boolean,
  scopes?: readonly string[],
): InProcessOptions {
  return answered(isIt, async (request, forward) => {
    const refused = await forward(request.clone())
    if (refused.status !== 403) return refused
    const place = `/_mock/graph-tokens?tenant=${tenantOf(request)}`
    const made = await alsoAsked(request, forward, place, { method: 'POST', body: { scopes } })
    const { token } = (await made.json()) as Body
    const again = new Request(request)
    again.headers.set('authorization', `Bearer ${token}`)
    return forward(again)
  })
}

/** The last id in a path. */
export function idIn({ url }: Request): string {
  return new URL(url).pathname.match(/[0-9a-f-]{36}/gi)?.at(-1) ?? ''
}

/** What a tenant is remembered by: every test has one of its own. */
export function keptByTenant<Value>(start: () => Value): (request: Request) => Value {
  const kept = new Map<string, Value>()
  return (request) => {
    const tenant = tenantOf(request)
    const value = kept.get(tenant) ?? start()
    kept.set(tenant, value)
    return value
  }
}
