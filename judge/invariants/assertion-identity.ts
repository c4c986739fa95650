import { createHash, X509Certificate } from 'node:crypto'
import type { JournalEntry } from '../../mock-idp/index.ts'
import { assertionClaims, assertionHeader } from '../request.ts'
import { isOwn } from './assertions.ts'
import { type Invariant, ofEachTokenRequest } from './invariant.ts'

/** The same assertion may be sent again, as MSAL does; another one with the same id may not. */
export const idOfItsOwn: Invariant = {
  check: 'SIGN-UNIQUE',
  breaches: ({ requests }) => {
    const known = new Map<string, string>()
    return requests.filter(isOwnAssertion).flatMap((request) => {
      const claims = assertionClaims(request) ?? {}
      const { jti } = claims
      if (typeof jti !== 'string') return []
      const content = JSON.stringify(claims)
      const first = known.get(jti)
      known.set(jti, first ?? content)
      if (first === undefined || first === content) return []
      return [
        {
          message: 'two different assertions have the same id',
          expected: 'a jti of its own in each assertion',
          actual: `jti ${jti} again`,
          request,
        },
      ]
    })
  },
}

const isOwnAssertion = (request: JournalEntry) => request.endpoint === 'token' && isOwn(request)

const lengths = { x5t: ['SHA-1', 20], 'x5t#S256': ['SHA-256', 32] } as const

export const kindOfThumbprint = ofEachTokenRequest('SIGN-THUMBPRINT-KIND', (request) => {
  if (!isOwn(request)) return undefined
  const header = assertionHeader(request) ?? {}
  for (const name of ['x5t', 'x5t#S256'] as const) {
    const thumbprint = header[name]
    // Another rule covers what is no base64.
    if (typeof thumbprint !== 'string' || !/^[\w+/-]+={0,2}$/.test(thumbprint)) continue
    const [hash, expected] = lengths[name]
    const { length } = Buffer.from(thumbprint, 'base64')
    if (length === expected) continue
    return {
      message: 'a thumbprint has the length of another kind',
      expected: `${name}, ${expected} bytes of ${hash}`,
      actual: `${length} bytes`,
    }
  }
  return undefined
})

export const orderOfChain = ofEachTokenRequest('SIGN-CHAIN-ORDER', (request) => {
  if (!isOwn(request)) return undefined
  const header = assertionHeader(request) ?? {}
  const chain = chainIn(header.x5c)
  const problem = chain && (strangerFirst(chain, header) ?? brokenLink(chain))
  return problem && { message: 'the chain in x5c is not in order', ...problem }
})

/** Undefined: there is none, or it cannot be read, which another rule covers. */
function chainIn(x5c: unknown): readonly X509Certificate[] | undefined {
  if (!Array.isArray(x5c) || x5c.length === 0) return undefined
  try {
    return x5c.map((der) => new X509Certificate(Buffer.from(String(der), 'base64')))
  } catch {
    return undefined
  }
}

function strangerFirst([leaf]: readonly X509Certificate[], header: Record<string, unknown>) {
  if (!leaf) return undefined
  const isNamed = (['x5t', 'x5t#S256'] as const).every((name) => {
    const named = header[name]
    if (typeof named !== 'string') return true
    const hash = createHash(name === 'x5t' ? 'sha1' : 'sha256').update(leaf.raw)
    const bytes = Buffer.from(named, 'base64')
    // Of another kind: another rule covers it.
    return bytes.length !== lengths[name][1] || hash.digest().equals(bytes)
  })
  if (isNamed) return undefined
  return {
    expected: 'the certificate that the thumbprint names first',
    actual: leaf.subject,
  }
}

function brokenLink(chain: readonly X509Certificate[]) {
  const at = chain.findIndex((one, index) => {
    const next = chain[index + 1]
    return next !== undefined && !one.checkIssued(next)
  })
  if (at < 0) return undefined
  return {
    expected: `after ${chain[at]?.subject}, the certificate of its issuer`,
    actual: chain[at + 1]?.subject ?? 'none',
  }
}
