import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import { changedBody, rewritten } from '../broken-answers.ts'
import { keySet, sharedKeySet, tokenPath } from '../published-paths.ts'
import { type Claims, exchange, isAgent, isT2 } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { secondKey, signedWith } from './second-key.ts'

type Body = Readonly<Record<string, unknown>>
type Test = (claims: Claims) => boolean

const versionOne = /^\/[0-9a-f-]{36}\/discovery\/keys$/
const versionTwo = /^\/[0-9a-f-]{36}\/discovery\/v2\.0\/keys$/
const keysOf = ({ keys }: Body) => keys as readonly Body[]

/** Both of these, one after the other. */
function together(one: InProcessOptions, other: InProcessOptions): InProcessOptions {
  const [inner, outer] = [one.intercept, other.intercept]
  if (!inner || !outer) return { ...one, ...other }
  const intercept: Intercept = (request, forward) =>
    outer(request, (passed) => inner(passed, forward))
  return { ...one, ...other, intercept }
}

/** Tokens signed with a key that only some documents show. */
function shownOnlyAt(path: RegExp, is: Test): InProcessOptions {
  const key = secondKey()
  return together(
    rewritten(is, (parts) => signedWith(key, parts)),
    changedBody(path, 200, (body) => ({ keys: [key.shown(), ...keysOf(body)] })),
  )
}

/** A document that lacks the newest key whenever the test says so. */
function lacking(path: RegExp, isDue: () => boolean): InProcessOptions {
  return changedBody(path, 200, (body) => (isDue() ? { keys: keysOf(body).slice(1) } : body))
}

/** The first reads find the key, as those of a server that has not yet heard that it was withdrawn. */
const after = (reads: number) => {
  let count = 0
  return () => ++count > reads
}

const everySecond = () => {
  let count = 0
  return () => ++count % 2 === 0
}

/** Signs with a new key after so many tokens, and publishes nothing else from then on. */
function replacingKeys(tokens: number): InProcessOptions {
  let count = 0
  let newest: unknown
  const intercept: Intercept = async (request, forward) => {
    const { pathname, origin } = new URL(request.url)
    const answer = await forward(request)
    if (keySet.test(pathname) && answer.ok && newest !== undefined) {
      const keys = keysOf((await answer.json()) as Body)
      return Response.json({ keys: keys.filter(({ kid }) => kid === newest) }, answer)
    }
    if (!tokenPath.test(pathname) || !answer.ok || ++count % tokens > 0) return answer
    const tenant = pathname.split('/')[1]
    const made = await forward(
      new Request(`${origin}/_mock/keys?tenant=${tenant}`, { method: 'POST' }),
    )
    newest = ((await made.json()) as { readonly current: string }).current
    return answer
  }
  return { intercept }
}

const forExchange: Test = (claims) => isT2(claims) && claims.aud === exchange

/** Keys that were withdrawn too early, that only one document holds, or that a server has not heard of. */
export const staleKeys: readonly BrokenProvider[] = [
  {
    name: 'signs T2 with a key that only the version 1 document holds',
    breaks: ['TOKEN-SIGNATURE'],
    options: shownOnlyAt(versionOne, forExchange),
  },
  {
    name: 'signs T2 with a key that only the version 2 document holds',
    breaks: ['TOKEN-SIGNATURE'],
    options: shownOnlyAt(versionTwo, forExchange),
  },
  {
    name: 'signs tokens for Microsoft Graph with a key that only the version 1 document holds',
    breaks: ['TOKEN-SIGNATURE'],
    options: shownOnlyAt(versionOne, isAgent),
  },
  {
    name: 'signs tokens for Microsoft Graph with a key that only the version 2 document holds',
    breaks: ['TOKEN-SIGNATURE'],
    options: shownOnlyAt(versionTwo, isAgent),
  },
  {
    name: 'signs T2 with a key that only the documents of all tenants hold',
    breaks: ['TOKEN-SIGNATURE'],
    options: shownOnlyAt(sharedKeySet, forExchange),
  },
  {
    name: 'publishes the signing key of a tenant in no document of all tenants',
    breaks: ['KEYS-SHARED'],
    options: lacking(sharedKeySet, () => true),
  },
  {
    name: 'has one server that publishes no version 1 document with the newest key',
    breaks: ['TOKEN-SIGNATURE'],
    options: lacking(versionOne, everySecond()),
  },
  {
    name: 'has one server that publishes no version 2 document with the newest key',
    breaks: ['TOKEN-SIGNATURE'],
    options: lacking(versionTwo, everySecond()),
  },
  {
    name: 'withdraws the signing key from version 2 once it was read three times',
    breaks: ['TOKEN-SIGNATURE'],
    options: lacking(versionTwo, after(3)),
  },
  {
    name: 'replaces its key after every third token, and withdraws the former at once',
    breaks: ['TOKEN-SIGNATURE'],
    options: replacingKeys(3),
  },
  {
    name: 'replaces its key after every seventh token, and withdraws the former at once',
    breaks: ['TOKEN-SIGNATURE'],
    options: replacingKeys(7),
  },
]
