import { done, notFound } from '../broken-answers.ts'
import { nobody } from '../token-kinds.ts'
import {
  answered,
  answeredWith,
  asks,
  type Body,
  type GraphFault,
  grantedInsteadOf,
  readAnswer,
  reads,
  repeated,
  shownWith,
  writtenAs,
} from './graph-faults.ts'

const newPassword = asks('POST', 'addPassword')

/** Credentials that are shown, kept or removed otherwise. */
export const credentialsOtherwise: readonly GraphFault[] = [
  [
    'a secret is shown whenever its blueprint is read',
    'PASSWORD-SHOWN',
    shownWith(reads, (one) =>
      Array.isArray(one.passwordCredentials)
        ? {
            ...one,
            passwordCredentials: one.passwordCredentials.map((each) => ({
              ...each,
              secretText: `${each.hint}rest-of-the-secret`,
            })),
          }
        : one,
    ),
  ],
  [
    'the hint of a secret is not its beginning',
    'PASSWORD-SHOWN',
    answeredWith(newPassword, (body) => ({ ...body, hint: 'zzz' })),
  ],
  [
    'the hint of a secret is the secret',
    'PASSWORD-SHOWN',
    answeredWith(newPassword, (body) => ({ ...body, hint: body.secretText })),
  ],
  [
    'the key id of a secret is another in the list',
    'PASSWORD-SHOWN',
    answeredWith(newPassword, (body) => ({ ...body, keyId: nobody })),
  ],
  [
    'the end that a secret should have is ignored',
    'PASSWORD-SHOWN',
    writtenAs(newPassword, ({ passwordCredential, ...body }) => {
      const { endDateTime: _, ...rest } = (passwordCredential ?? {}) as Body
      return { ...body, passwordCredential: rest }
    }),
  ],
  [
    'the name of a secret is ignored',
    'PASSWORD-SHOWN',
    writtenAs(newPassword, ({ passwordCredential, ...body }) => {
      const { displayName: _, ...rest } = (passwordCredential ?? {}) as Body
      return { ...body, passwordCredential: rest }
    }),
  ],
  ['every new secret is the same', 'PASSWORD-SHOWN', repeated(newPassword)],
  [
    'removing a secret removes all',
    'PASSWORD-WORKS',
    answered(asks('POST', 'removePassword'), async (request, forward) => {
      const object = request.url.replace(/\/(microsoft\.graph\.\w+\/)?removePassword$/i, '')
      const headers = { authorization: request.headers.get('authorization') ?? '' }
      const before = await readAnswer(await forward(new Request(object, { headers })))
      const answer = await forward(request.clone())
      if (!answer.ok) return answer
      for (const { keyId } of (before.passwordCredentials ?? []) as readonly Body[]) {
        const again = new Request(request.url, {
          method: 'POST',
          headers: request.headers,
          body: JSON.stringify({ keyId }),
        })
        await forward(again)
      }
      return answer
    }),
  ],
  [
    'the key of a certificate is in every listing',
    'KEY-WORKS',
    shownWith(reads, (one) =>
      Array.isArray(one.keyCredentials)
        ? { ...one, keyCredentials: one.keyCredentials.map((each) => ({ ...each, key: 'MIIB' })) }
        : one,
    ),
  ],
  [
    'the thumbprint of a certificate is of another',
    'KEY-WORKS',
    shownWith(reads, (one) =>
      Array.isArray(one.keyCredentials)
        ? {
            ...one,
            keyCredentials: one.keyCredentials.map((each) => ({
              ...each,
              customKeyIdentifier: 'AAAA',
            })),
          }
        : one,
    ),
  ],
  [
    'a changed trust stays as it was',
    'FEDERATION-EXACT',
    answered(asks('PATCH', 'federatedIdentityCredentials/[^/]+'), async () => done()),
  ],
  [
    'a trust may be changed into the pair of another',
    'FEDERATION-SINGLE',
    grantedInsteadOf(400, asks('PATCH', 'federatedIdentityCredentials/[^/]+'), done),
  ],
  [
    'a trust is found only by its id',
    'FEDERATION-CREATED',
    answered(asks('GET', 'federatedIdentityCredentials/[^/]+'), async (request, forward) =>
      /[0-9a-f-]{36}$/.test(request.url) ? forward(request) : notFound(),
    ),
  ],
  [
    'a trust is found only by its name',
    'FEDERATION-CREATED',
    answered(asks('GET', 'federatedIdentityCredentials/[0-9a-f-]{36}'), async () => notFound()),
  ],
]
