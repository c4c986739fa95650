import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import { encode } from '../broken-answers.ts'
import { tokenPath } from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Members = Readonly<Record<string, unknown>>
type KeySet = { readonly keys: readonly Members[] }

/** A refused token request, as a fault looks at it. */
export type Refused = {
  readonly form: URLSearchParams
  readonly clientId: string
  readonly secret: string
  /** The parts of the assertion, and what the first two say, as far as they can be read. */
  readonly parts: readonly string[]
  readonly header: Members
  readonly claims: Members
  /** The parts of every token that was issued before. */
  readonly issued: readonly (readonly string[])[]
  /** Whether the mock takes the same request with these parameters. */
  readonly passes: (changed: Readonly<Record<string, string>>) => Promise<boolean>
  /** The keys of the tenant, as JWKs. */
  readonly publishedKeys: () => Promise<readonly Members[]>
}

type Lax = (refused: Refused) => boolean | Promise<boolean>

/** Each fault: what the provider takes, the rule that it breaks, and which refused requests it takes. */
export type Acceptance = readonly [name: string, rule: string, takes: Lax]

export function acceptances(faults: readonly Acceptance[]): readonly BrokenProvider[] {
  return faults.map(([name, rule, takes]) => ({ name, breaks: [rule], options: accepting(takes) }))
}

/** Issues some token where the mock refuses. */
function accepting(takes: Lax): InProcessOptions {
  const issued: (readonly string[])[] = []
  const intercept: Intercept = async (request, forward) => {
    if (!tokenPath.test(new URL(request.url).pathname)) return forward(request)
    const form = new URLSearchParams(await request.clone().text())
    const answer = await forward(request.clone())
    if (answer.ok) {
      issued.push(String(((await answer.clone().json()) as Members).access_token).split('.'))
      return answer
    }
    const passes: Refused['passes'] = async (changed) => {
      const body = new URLSearchParams({ ...Object.fromEntries(form), ...changed }).toString()
      return (await forward(new Request(request.clone(), { body }))).ok
    }
    const publishedKeys = async () => {
      const keySet = new URL(request.url.replace('/oauth2/v2.0/token', '/discovery/v2.0/keys'))
      const { keys } = (await (await forward(new Request(keySet))).json()) as KeySet
      return keys
    }
    return (await takes({ ...read(form), issued, passes, publishedKeys })) ? someToken() : answer
  }
  return { intercept }
}

function read(form: URLSearchParams) {
  const parts = (form.get('client_assertion') ?? '').split('.')
  return {
    form,
    clientId: form.get('client_id') ?? '',
    secret: form.get('client_secret') ?? '',
    parts,
    header: membersOf(parts[0]),
    claims: membersOf(parts[1]),
  }
}

function membersOf(part = ''): Members {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Members
  } catch {
    return {}
  }
}

function someToken(): Response {
  const access_token = `${encode({ alg: 'RS256' })}.${encode({ sub: 'somebody' })}.c2ln`
  return Response.json({ token_type: 'Bearer', expires_in: 3599, access_token })
}
