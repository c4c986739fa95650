import type { JournalEntry } from '../../mock-idp/index.ts'
import { isJsonObject } from '../../wire/json-object.ts'
import { findLeak } from '../leaks/index.ts'
import type { Contact, Trail } from '../trail.ts'
import type { Breach, Invariant } from './invariant.ts'

/** Contact with another host, without a credential; what carries one is covered by the next rule. */
export const noStrangeHost: Invariant = {
  check: 'AUTHORITY-HOST',
  breaches: (trail) => {
    const { strangeHosts, contacts = [], requests } = trail
    const worse = contacts.filter((contact) => leakIn(contact, trail)).map(hostOf)
    const outside = strangeHosts.filter((host) => !worse.includes(host))
    const elsewhere = requests.filter((one) => isElsewhere(one, trail) && !carries(one))
    return [
      ...outside.map((actual) => breach({ actual })),
      ...elsewhere.map((request) => breach({ actual: request.host, request })),
    ]
  },
}

function breach(where: Pick<Breach, 'actual' | 'request'>): Breach {
  return {
    message: 'the client sent a request to a host other than the authority',
    expected: 'only the authority',
    ...where,
  }
}

/** Whatever led there: a redirect, a discovery document, a setting of its own. */
export const noCredentialElsewhere: Invariant = {
  check: 'AUTHORITY-CREDENTIAL',
  breaches: (trail) => {
    const message = 'a credential went to another place than the token endpoint of the authority'
    const expected = 'credentials only for the token endpoint'
    const received = trail.requests
      .filter((one) => carries(one) && (isElsewhere(one, trail) || !takesCredentials(one)))
      .map((request) => {
        const actual = `a credential to ${request.host}${request.path}`
        return { message, expected, actual, request }
      })
    const contacted = (trail.contacts ?? []).flatMap((contact) => {
      const leak = leakIn(contact, trail)
      return leak ? [{ message, expected, actual: `${leak.what} to ${contact.origin}` }] : []
    })
    return [...received, ...contacted]
  },
}

function takesCredentials({ endpoint }: JournalEntry): boolean {
  return endpoint === 'token' || endpoint === 'managedIdentity'
}

function carries(request: JournalEntry): boolean {
  const { credentials, credentialsInUrl, assertion, userAssertion, userCredential } = request
  if (credentials.length > 0 || credentialsInUrl.length > 0) return true
  const sent = [assertion, userAssertion, userCredential]
  return sent.some((one) => one !== undefined) || isHidden(request)
}

/** At a path that the mock does not know, such as that of RFC 7009, a token may have any name. The journal hides it. */
function isHidden({ endpoint, parameters }: JournalEntry): boolean {
  return endpoint === 'unknown' && Object.values(parameters).some((value) => value === '***')
}

/** A managed identity has its own endpoint, which the setup names. */
function isElsewhere({ host, endpoint }: JournalEntry, { authorities }: Trail): boolean {
  if (endpoint === 'managedIdentity' || authorities === undefined) return false
  return !authorities.includes(host.toLowerCase())
}

function leakIn({ text }: Contact, { secrets }: Trail) {
  return findLeak(text, secrets)
}

function hostOf({ origin }: Contact): string {
  return origin.replace(/^\w+:\/\//, '')
}

export const noT1AsBearer: Invariant = {
  check: 'LEG-T1-BEARER',
  breaches: ({ requests }) =>
    requests.filter(isT1Bearer).map((request) => ({
      message: 'the client presented T1 as a bearer token',
      expected: 'the agent token for the resource, T1 only as client_assertion',
      actual: `T1 as a bearer to ${request.host}${request.path}`,
      request,
    })),
}

function isT1Bearer({ bearer }: JournalEntry): boolean {
  const { claims } = bearer ?? {}
  return isJsonObject(claims) && String(claims.sub).startsWith('/eid1/')
}
