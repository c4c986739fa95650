import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Seams } from '../../engine/clients/reference.ts'
import { signsClaims, signsHeader } from './assertions.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { answers, sendsFor } from './on-the-wire.ts'

const x5cOf = (header: Readonly<Record<string, unknown>>) =>
  Array.isArray(header.x5c) ? header.x5c.map(String) : undefined

const hashed = (algorithm: string, text: unknown) =>
  createHash(algorithm).update(String(text)).digest('base64url')

const needsCertificate = ['CERT-KNOWN', 'CERT-THUMBPRINT']

/** Sends of the file what this leaves. */
const sendsOfFile = (read: (text: string) => string): Pick<Seams, 'credential'> => ({
  credential: (credential, { credential: told }) => {
    if (told.type !== 'assertionFile') return credential
    return {
      ...credential,
      authenticate: async (context) => ({
        ...(await credential.authenticate(context)),
        client_assertion: read(await readFile(told.file, 'utf8')),
      }),
    }
  },
})

const untrimmed = sendsOfFile((text) => text)
/** Removes one kind of line end alone. */
const trimsOnce = sendsOfFile((text) => text.replace(/\n$/, ''))

const oneOf = (scope: string, at: number) => scope.split(' ').at(at) ?? scope

/** Ids, thumbprints, chains, files and scopes that are not what they should be. */
export const signingAnew: readonly BrokenClient[] = [
  {
    name: 'gives all its assertions the same id',
    breaks: 'SIGN-UNIQUE',
    seams: signsClaims((claims) => ({ ...claims, jti: '1' })),
  },
  {
    name: 'gives its assertions of one tenant the same id',
    breaks: 'SIGN-UNIQUE',
    seams: signsClaims((claims, { tokenEndpoint }) => ({ ...claims, jti: tokenEndpoint })),
  },
  {
    name: 'gives its assertions the id of the client',
    breaks: 'SIGN-UNIQUE',
    seams: signsClaims((claims, { clientId }) => ({ ...claims, jti: clientId })),
  },
  {
    name: 'calls a SHA-256 thumbprint x5t',
    breaks: 'SIGN-THUMBPRINT-KIND',
    toleratedBy: needsCertificate,
    seams: signsHeader(({ 'x5t#S256': thumbprint, ...header }) => ({ ...header, x5t: thumbprint })),
  },
  {
    name: 'calls a SHA-1 thumbprint x5t#S256',
    breaks: 'SIGN-THUMBPRINT-KIND',
    toleratedBy: needsCertificate,
    seams: signsHeader((header) => ({
      ...header,
      'x5t#S256': hashed('sha1', header['x5t#S256']),
    })),
  },
  {
    name: 'adds a SHA-256 thumbprint as x5t',
    breaks: 'SIGN-THUMBPRINT-KIND',
    toleratedBy: needsCertificate,
    seams: signsHeader((header) => ({ ...header, x5t: header['x5t#S256'] })),
  },
  {
    name: 'cuts its thumbprint',
    breaks: 'SIGN-THUMBPRINT-KIND',
    toleratedBy: needsCertificate,
    seams: signsHeader((header) => ({
      ...header,
      'x5t#S256': String(header['x5t#S256']).slice(0, 22),
    })),
  },
  {
    name: 'sends its chain from the root to the leaf',
    breaks: 'SIGN-CHAIN-ORDER',
    seams: signsHeader((header) => {
      const x5c = x5cOf(header)
      return x5c ? { ...header, x5c: x5c.toReversed() } : header
    }),
  },
  {
    name: 'sends the issuer of its certificate alone',
    breaks: 'SIGN-CHAIN-ORDER',
    alsoBreaks: also('the certificate itself is missing', 'SIGN-CHAIN'),
    seams: signsHeader((header) => {
      const x5c = x5cOf(header)
      return x5c ? { ...header, x5c: x5c.slice(1) } : header
    }),
  },
  {
    name: 'sends its certificate twice before the issuer',
    breaks: 'SIGN-CHAIN-ORDER',
    alsoBreaks: also('three certificates are not the two of the chain', 'SIGN-CHAIN'),
    seams: signsHeader((header) => {
      const x5c = x5cOf(header)
      return x5c ? { ...header, x5c: [x5c[0], ...x5c] } : header
    }),
  },
  {
    name: 'sends an assertion file with its line end',
    breaks: 'FILE-LINE-END',
    seams: untrimmed,
  },
  {
    name: 'removes one line end of an assertion file',
    breaks: 'FILE-LINE-END',
    seams: trimsOnce,
  },
  {
    name: 'requests the first of several scopes',
    breaks: 'LEG-WHOLE-SCOPE',
    alsoBreaks: also(
      'the token is for less than was asked',
      'RECIPIENT-OWN-TOKEN',
      'LEG-SCOPE',
      'PERSON-PERMISSIONS',
    ),
    seams: {
      acquire: (acquire) => (wanted) => acquire({ ...wanted, scope: oneOf(wanted.scope, 0) }),
    },
  },
  {
    name: 'requests the last of several scopes',
    breaks: 'LEG-WHOLE-SCOPE',
    alsoBreaks: also(
      'the token is for less than was asked',
      'RECIPIENT-OWN-TOKEN',
      'LEG-SCOPE',
      'PERSON-PERMISSIONS',
    ),
    seams: {
      acquire: (acquire) => (wanted) => acquire({ ...wanted, scope: oneOf(wanted.scope, -1) }),
    },
  },
  {
    name: 'requests the scope that was requested first for every agent identity',
    breaks: 'LEG-SCOPE',
    alsoBreaks: [
      ...also(
        'the token is for another resource',
        'RECIPIENT-OWN-TOKEN',
        'CACHE-PER-AGENT',
        'CACHE-REUSE',
        'RENEW-ASSERTION',
        'RENEW-REFUSED-T1',
        'LEG-WHOLE-SCOPE',
      ),
      ...also('simultaneous callers meet the same fault', 'CONCURRENT-TOKENS'),
    ],
    seams: {
      acquire: (acquire) => {
        let first: string | undefined
        return (wanted) => {
          first ??= wanted.scope
          return acquire({ ...wanted, scope: first })
        }
      },
    },
  },
  {
    name: 'asks for profile and another permission beside the resource',
    breaks: 'LEG-SCOPE',
    toleratedBy: ['SCOPE-DEFAULT', 'SCOPE-SINGLE'],
    alsoBreaks: [
      ...also('the token was issued for what was sent instead', 'RECIPIENT-OWN-TOKEN'),
      ...also('simultaneous callers meet the same fault', 'CONCURRENT-TOKENS'),
      ...also('one of two scopes meets the same fault', 'LEG-WHOLE-SCOPE'),
      ...also('it meets the same fault in a second tenant', 'CACHE-PER-TENANT'),
    ],
    seams: sendsFor('redemption', ({ form }) =>
      form.set('scope', `${form.get('scope')} openid profile User.Read`),
    ),
  },
  {
    name: 'reports the numbers that it finds in the prose of a refusal',
    breaks: 'FAILURE-PROSE',
    seams: readsProse((prose) =>
      [...prose.matchAll(/AADSTS(\d+)/g)].map(([, number]) => Number(number)),
    ),
  },
  {
    name: 'reports the last number of the prose as well',
    breaks: 'FAILURE-PROSE',
    seams: readsProse((prose, codes) => [
      ...codes,
      ...[...prose.matchAll(/AADSTS(\d+)/g)].slice(-1).map(([, number]) => Number(number)),
    ]),
  },
  {
    name: 'tries again because the prose of a refusal says so',
    breaks: 'RETRY-REFUSED',
    seams: answers(() => async ({ forward }) => {
      const answer = await forward()
      const text = await answer.clone().text()
      return answer.status < 429 && /try again/i.test(text) ? forward() : answer
    }),
  },
]

function readsProse(
  read: (prose: string, codes: readonly number[]) => readonly number[],
): Pick<Seams, 'network'> {
  return answers(() => async ({ forward }) => {
    const answer = await forward()
    if (answer.ok || answer.status >= 429) return answer
    const body = JSON.parse(await answer.clone().text()) as Record<string, unknown>
    const codes = Array.isArray(body.error_codes) ? body.error_codes.map(Number) : []
    const numbers = read(String(body.error_description), codes)
    const { status, headers } = answer
    return new Response(JSON.stringify({ ...body, error_codes: numbers }), { status, headers })
  })
}
