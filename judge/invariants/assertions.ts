import { X509Certificate } from 'node:crypto'
import { type JournalEntry, knownHeaders } from '../../mock-idp/index.ts'
import { assertionClaims, assertionHeader, same } from '../request.ts'
import { told } from '../told.ts'
import { type Breach, type Invariant, ofEachTokenRequest } from './invariant.ts'

type Found = Omit<Breach, 'request'> | undefined

/** Checks only assertions that the client signs with its own certificate. */
function ofOwnAssertions(check: string, breachOf: (request: JournalEntry) => Found): Invariant {
  return ofEachTokenRequest(check, (request) => (isOwn(request) ? breachOf(request) : undefined))
}

/** Whether its header names a certificate and it carries no `uti`, the mark of an identity provider. */
export function isOwn(request: JournalEntry): boolean {
  const claims = assertionClaims(request)
  const header = assertionHeader(request)
  if (!claims || !header || 'uti' in claims) return false
  const namesCertificate = ['x5t', 'x5t#S256', 'x5c'].some((name) => name in header)
  return namesCertificate || same(claims.iss, request.parameters.client_id)
}

export const audienceOfAssertion = ofOwnAssertions('SIGN-AUDIENCE', (request) => {
  const aud = assertionClaims(request)?.aud
  const posted = `https://${request.host}${request.path}`
  if (same(told(aud).replace(/^http:/, 'https:'), posted)) return undefined
  return {
    message: 'the audience of the assertion is not the endpoint that received it',
    expected: posted,
    actual: told(aud),
  }
})

const base64 = /^[A-Za-z0-9+/]+={0,2}$/
const base64url = /^[\w-]+$/
const anyBase64 = /^[\w+/-]+={0,2}$/

export const headerOfAssertion = ofOwnAssertions('SIGN-HEADER', (request) => {
  const header = assertionHeader(request) ?? {}
  const problem = headerProblem(header)
  return problem && { message: 'the header of the assertion is invalid', ...problem }
})

function headerProblem(header: Readonly<Record<string, unknown>>) {
  const { alg, typ, x5t, x5c } = header
  const thumbprint = header['x5t#S256'] ?? x5t
  if (!['RS256', 'PS256'].includes(told(alg))) {
    return { expected: 'alg RS256 or PS256', actual: `alg ${told(alg)}` }
  }
  if (typ !== undefined && !same(typ, 'JWT')) {
    return { expected: 'typ JWT', actual: `typ ${told(typ)}` }
  }
  if (typeof thumbprint !== 'string' || !anyBase64.test(thumbprint)) {
    return {
      expected: 'x5t#S256 or x5t, a thumbprint',
      actual: thumbprint === undefined ? 'neither' : told(thumbprint),
    }
  }
  if (x5c === undefined) return undefined
  if (Array.isArray(x5c) && x5c.every(isCertificate)) return undefined
  const actual = Array.isArray(x5c) ? 'an array of other values' : `a ${typeof x5c}`
  return { expected: 'x5c, an array of certificates in base64 DER', actual }
}

/** RFC 7515 section 4.1.6: nothing else may stand there, such as the key beside the certificate. */
function isCertificate(one: unknown): boolean {
  const text = told(one)
  if (!base64.test(text)) return false
  try {
    return new X509Certificate(Buffer.from(text, 'base64')).subject !== undefined
  } catch {
    return false
  }
}

const knownMembers: ReadonlySet<string> = new Set(knownHeaders)

export const membersOfHeader = ofOwnAssertions('SIGN-MEMBERS', (request) => {
  const unknown = Object.keys(assertionHeader(request) ?? {}).filter(
    (name) => !knownMembers.has(name),
  )
  if (unknown.length === 0) return undefined
  return {
    message: 'the header of the assertion has members that Microsoft Entra refuses',
    expected: `only ${knownHeaders.join(', ')}`,
    actual: unknown.join(', '),
  }
})

/** Microsoft's own libraries write another form, which Entra accepts. */
export const thumbprintOfAssertion = ofOwnAssertions('SIGN-THUMBPRINT', (request) => {
  const header = assertionHeader(request) ?? {}
  const thumbprint = header['x5t#S256'] ?? header.x5t
  if (typeof thumbprint !== 'string' || base64url.test(thumbprint)) return undefined
  return {
    message: 'the thumbprint of the certificate is not base64url',
    expected: 'base64url without padding',
    actual: thumbprint,
  }
})

export const claimsOfAssertion = ofOwnAssertions('SIGN-CLAIMS', (request) => {
  const { iss, sub, exp, jti } = assertionClaims(request) ?? {}
  const { client_id: client } = request.parameters
  const message = 'the claims of the assertion are invalid'
  for (const [name, value] of [
    ['iss', iss],
    ['sub', sub],
  ] as const) {
    if (!same(value, client)) {
      return { message, expected: `${name} ${client}`, actual: `${name} ${told(value)}` }
    }
  }
  if (typeof jti !== 'string' || jti === '') {
    return { message, expected: 'jti, a string', actual: `jti ${told(jti)}` }
  }
  if (typeof exp === 'number') return undefined
  return { message, expected: 'exp, a number', actual: `exp ${String(exp)}` }
})

/** Microsoft asks for 10 minutes; an hour leaves room for clocks, and for clients that keep an assertion. */
const longestLifetimeSeconds = 3600

export const lifetimeOfAssertion = ofOwnAssertions('SIGN-LIFETIME', (request) => {
  const { exp } = assertionClaims(request) ?? {}
  const leftSeconds = Number(exp) - Date.parse(request.time) / 1000
  if (typeof exp !== 'number' || leftSeconds <= longestLifetimeSeconds) return undefined
  return {
    message: 'the assertion is valid for long',
    expected: 'exp, within minutes',
    actual: `exp ${Math.round(leftSeconds)} seconds ahead`,
  }
})

/**
 * A pipeline sends the same request again after a busy answer, as azure-core does (RetryPolicy of
 * `@azure/core-rest-pipeline`). It was right when it was first sent, so that a minute is no fault.
 */
const resendSeconds = 60

export const nothingExpired: Invariant = {
  check: 'RENEW-ASSERTION',
  breaches: ({ requests }) =>
    requests.flatMap((request) => {
      const { exp } = assertionClaims(request) ?? {}
      if (request.endpoint !== 'token' || typeof exp !== 'number') return []
      const lateSeconds = Date.parse(request.time) / 1000 - exp
      if (lateSeconds < 0 || isSentAgain(request, requests, exp)) return []
      return [
        {
          message: 'the client sent an expired assertion',
          expected: 'an assertion that has not expired',
          actual: `expired ${Math.round(lateSeconds)} seconds ago`,
          request,
        },
      ]
    }),
}

/** Whether the same request met a busy provider in time, shortly before. */
function isSentAgain(
  request: JournalEntry,
  requests: readonly JournalEntry[],
  exp: number,
): boolean {
  const content = contentOf(request)
  const seconds = Date.parse(request.time) / 1000
  return requests.some((one) => {
    const sentSeconds = Date.parse(one.time) / 1000
    const isInTime = sentSeconds < exp && seconds - sentSeconds <= resendSeconds
    return isInTime && 'fault' in one.outcome && contentOf(one) === content
  })
}

function contentOf({ path, parameters, assertion }: JournalEntry): string {
  return JSON.stringify([path, parameters, assertion])
}
