import { generateKeyPair, SignJWT } from 'jose'
import { readJwt } from '../../wire/jwt.ts'
import { changedHeader } from '../broken-answers.ts'
import { keySet, tenantDocument, tokenPath } from '../published-paths.ts'
import { isForResource, isT1, said } from '../token-kinds.ts'
import {
  assertionClaims,
  atTokenEndpoint,
  refused,
  type TokenRequest,
  withValues,
} from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

/** Answers with what it answered before to a request with the same key. */
function remembering(
  keyOf: (asked: TokenRequest) => string | undefined,
  isKept: (answer: Response) => boolean = ({ ok }) => ok,
): BrokenProvider['options'] {
  const kept = new Map<string, Response>()
  return atTokenEndpoint(async (asked, pass) => {
    const key = keyOf(asked)
    const known = key === undefined ? undefined : kept.get(key)
    if (known) return known.clone()
    const answer = await pass()
    if (key !== undefined && isKept(answer)) kept.set(key, answer.clone())
    return answer
  })
}

const parts = (...values: readonly (string | null)[]) => values.join(' ')

/** Documents that a proxy fetched once. */
function keeping(path: RegExp, keyOf: (url: URL) => string): BrokenProvider['options'] {
  const kept = new Map<string, Response>()
  return {
    intercept: async (request, forward) => {
      const url = new URL(request.url)
      if (!path.test(url.pathname)) return forward(request)
      const key = keyOf(url)
      const answer = kept.get(key) ?? (await forward(request))
      if (answer.ok) kept.set(key, answer.clone())
      return answer.clone()
    },
  }
}

/** Takes an assertion that shares its id with one that it took before for that one. */
function takingKnownIds(keyOf: (assertion: string) => string): BrokenProvider['options'] {
  const genuine = new Map<string, string>()
  return atTokenEndpoint(async ({ form }, pass) => {
    const assertion = form.get('client_assertion')
    if (!assertion) return pass()
    const key = keyOf(assertion)
    const known = genuine.get(key)
    if (known) return pass(withValues(form, { client_assertion: known }))
    const answer = await pass()
    if (answer.ok) genuine.set(key, assertion)
    return answer
  })
}

const unpublished = generateKeyPair('RS256')

/** Every second token for a resource is of a server with a key of its own. */
function balanced(): BrokenProvider['options'] {
  let count = 0
  return atTokenEndpoint(async (_, pass) => {
    const answer = await pass()
    if (!answer.ok) return answer
    const body = (await answer.json()) as Readonly<Record<string, unknown>>
    const jwt = readJwt(String(body.access_token))
    if (!jwt || !isForResource(jwt.claims)) return Response.json(body, answer)
    count += 1
    if (count % 2 === 1) return Response.json(body, answer)
    const signed = new SignJWT(jwt.claims).setProtectedHeader({
      ...jwt.header,
      alg: 'RS256',
    })
    return Response.json(
      { ...body, access_token: await signed.sign((await unpublished).privateKey) },
      answer,
    )
  })
}

/** The claims of every second token, by a server whose clock is ahead. */
function clockAhead(seconds: number): BrokenProvider['options'] {
  let count = 0
  return said(
    (claims) => isForResource(claims) && ++count % 2 === 0,
    ({ iat, nbf, exp }) => ({
      iat: Number(iat) + seconds,
      nbf: Number(nbf) + seconds,
      exp: Number(exp) + seconds,
    }),
  )
}

/** What caches, proxies and load balancers in front of an identity provider do wrong. */
export const cachesWrong: readonly BrokenProvider[] = [
  {
    name: 'gives every agent identity the T1 that its blueprint first obtained',
    breaks: ['TOKEN-T1-SUBJECT'],
    options: remembering(({ tenant, form }) =>
      form.get('fmi_path') ? parts(tenant, form.get('client_id')) : undefined,
    ),
  },
  {
    name: 'keeps one token for each agent identity, whatever the resource',
    breaks: ['TOKEN-FORM', 'TOKEN-AGENT', 'TOKEN-API'],
    options: remembering(({ tenant, form }) =>
      form.get('fmi_path') ? undefined : parts(tenant, form.get('client_id')),
    ),
  },
  {
    name: 'repeats the answer to the same request for a while',
    breaks: ['TOKEN-UNIQUE'],
    options: remembering(({ tenant, form, request }) =>
      parts(tenant, form.toString(), request.headers.get('authorization')),
    ),
  },
  {
    name: 'keeps T1 by client and agent identity, and does not look at the secret again',
    breaks: ['CRED-SECRET'],
    options: remembering(({ tenant, form }) =>
      form.get('fmi_path')
        ? parts(tenant, form.get('client_id'), form.get('fmi_path'), form.get('scope'))
        : undefined,
    ),
  },
  {
    name: 'keeps the agent token, and does not look at T1 again',
    breaks: ['T1-SIGNATURE', 'T1-EXPIRED', 'T1-AGENT', 'T1-KEY'],
    options: remembering(({ tenant, form }) =>
      form.get('client_assertion') && !form.get('fmi_path')
        ? parts(tenant, form.get('client_id'), form.get('scope'))
        : undefined,
    ),
  },
  {
    name: 'refuses a client for good after one refusal of its credential',
    breaks: ['CRED-SECRET'],
    options: remembering(
      ({ tenant, form }) => parts(tenant, form.get('client_id')),
      ({ status }) => status === 401,
    ),
  },
  {
    name: 'takes a T1 whose signature it has checked before with any signature',
    breaks: ['T1-SIGNATURE'],
    options: takingKnownIds((assertion) => assertion.slice(0, assertion.lastIndexOf('.'))),
  },
  {
    name: 'takes a T1 with the id of one that it has checked before',
    breaks: ['T1-SIGNATURE'],
    options: takingKnownIds((assertion) => {
      const { uti, sub, jti } = assertionClaims(assertion)
      return parts(String(uti ?? jti ?? assertion), String(sub))
    }),
  },
  {
    name: 'gives the discovery document of the first tenant to every tenant',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: keeping(tenantDocument, () => 'one'),
  },
  {
    name: 'publishes the keys of its start for ever',
    breaks: ['KEYS-ROTATION', 'TOKEN-SIGNATURE'],
    options: keeping(keySet, ({ pathname }) => pathname),
  },
  {
    name: 'publishes the keys of its start for ever in the version 1 document',
    breaks: ['KEYS-VERSIONS', 'KEYS-ROTATION'],
    options: keeping(/\/discovery\/keys$/, ({ pathname }) => pathname),
  },
  {
    name: 'signs every second token with a key that is not published',
    breaks: ['TOKEN-SIGNATURE'],
    options: balanced(),
  },
  {
    name: 'has one server whose clock is an hour ahead',
    breaks: ['TOKEN-LIFETIME', 'TOKEN-ANSWER-LIFETIME'],
    options: clockAhead(3600),
  },
  {
    name: 'has one server whose clock is ten minutes behind',
    breaks: ['TOKEN-LIFETIME', 'TOKEN-ANSWER-LIFETIME'],
    options: clockAhead(-600),
  },
  {
    name: 'lets a shared cache keep tokens for an hour',
    breaks: ['ERROR-CACHE'],
    options: changedHeader(tokenPath, 'cache-control', 'public, max-age=3600'),
  },
  {
    name: 'lets T1 be redeemed once',
    breaks: ['TOKEN-AGENT', 'TOKEN-T2', 'TOKEN-UNIQUE', 'T1-EXPIRED'],
    options: (() => {
      const used = new Set<string>()
      return atTokenEndpoint(async (asked, pass) => {
        const assertion = asked.form.get('client_assertion') ?? ''
        const isOne = isT1(assertionClaims(assertion))
        if (isOne && used.has(assertion)) return refused(asked, 'invalid_client', 700024, 401)
        const answer = await pass()
        if (isOne && answer.ok) used.add(assertion)
        return answer
      })
    })(),
  },
]
