import type { JournalEntry } from '../../mock-idp/index.ts'
import { findLeak } from '../leaks/index.ts'
import { ofEachRequestTo, ofEachTokenRequest } from './invariant.ts'

export const oneCredential = ofEachTokenRequest('SEND-ONE-CREDENTIAL', (request) => {
  const { credentials } = request
  if (credentials.length === 1 || !isForm(request)) return undefined
  if (credentials.length === 0 && mayBePublic(request)) return undefined
  return {
    message:
      credentials.length === 0
        ? 'the request carries no credential'
        : 'the request carries more than one credential',
    expected: 'exactly one of client_secret, client_assertion, HTTP Basic',
    actual: credentials.join(' and ') || 'none',
  }
})

/** Of programs that people use, such as a command line or a page: RFC 6749 section 2.1. */
const grantsOfPublicClients: readonly string[] = [
  'authorization_code',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
  'device_code',
]

/** An agent identity without a credential is refused, and another rule covers it. */
function mayBePublic({ parameters }: JournalEntry): boolean {
  return grantsOfPublicClients.includes(parameters.grant_type ?? '')
}

/** What a body of another kind contains is unknown: no token comes of it, which another rule covers. */
function isForm({ contentType = '' }: JournalEntry): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(contentType)
}

const missingValues: readonly string[] = ['undefined', 'null', 'NaN', '[object Object]', '']

export const noMissingValues = ofEachRequestTo(
  ['token', 'managedIdentity'],
  'SEND-MISSING-VALUE',
  ({ parameters, outcome }, { asked = [] }) => {
    // The client passes on the caller's input; another rule covers that.
    const isAsked = (text: string) => asked.some(({ agentIdentity }) => agentIdentity === text)
    const [name, value] =
      Object.entries(parameters).find(
        ([name, text]) =>
          missingValues.includes(text) && !isAsked(text) && !isDebris(name, outcome),
      ) ?? []
    if (name === undefined) return undefined
    return {
      message: `the parameter ${name} contains a placeholder for a missing value`,
      expected: 'a value, or the parameter left out',
      actual: `${name}=${value}`,
    }
  },
)

/**
 * A secret that was not encoded falls apart at `&` and is refused: as another one, or because its rest after a `%` is
 * no UTF-8. The journal hides the names that come of it.
 */
function isDebris(name: string, outcome: JournalEntry['outcome']): boolean {
  const refused = 'refused' in outcome ? outcome.refused : undefined
  return name === '***' && (refused === 'CRED-SECRET' || refused === 'REQ-ENCODING')
}

export const noCredentialInUrl = ofEachTokenRequest('SEND-IN-BODY', (request, { secrets }) => {
  const places = placesInUrl(request, secrets)
  if (places.length === 0) return undefined
  return {
    message: 'the URL contains a credential',
    expected: 'credentials only in the body',
    actual: places.join(', '),
  }
})

/** The journal hides whole credentials. A part of one is one too, under any name and in the path. */
function placesInUrl(
  { credentialsInUrl, query, path }: JournalEntry,
  secrets: readonly string[],
): readonly string[] {
  const isSecret = (text: string) => text.includes('***') || findLeak(text, secrets) !== undefined
  const parts = Object.entries(query)
    .filter(([name, value]) => !credentialsInUrl.includes(name) && isSecret(value))
    .map(([name]) => name)
  const names = [...credentialsInUrl, ...parts]
  return [
    ...(names.length > 0 ? [`in the query: ${names.join(', ')}`] : []),
    ...(isSecret(path) ? ['in the path'] : []),
  ]
}
