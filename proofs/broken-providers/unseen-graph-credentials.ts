import { alsoAsked, keptByTenant } from './graph-callers.ts'
import {
  answered,
  answeredWith,
  asks,
  type Body,
  type GraphFault,
  ofObject,
  readRequest,
  shownWith,
  writtenAs,
} from './graph-faults.ts'

const adds = asks('POST', '/addPassword')
const readsApplication = asks('GET', `/applications(/[\\w.]+)?/?${ofObject}`)
const federation = '/federatedIdentityCredentials'
const readsFederation = asks('GET', `${federation}(/[^/]+)?`)
const pathBefore = ({ url }: Request, end: RegExp) => new URL(url).pathname.replace(end, '')

/** What is written about a new password is changed. */
const passwordAs = (change: (password: Body) => Body) =>
  writtenAs(adds, (body) => ({
    ...body,
    passwordCredential: change((body.passwordCredential ?? {}) as Body),
  }))

function secretsShown() {
  const known = new Map<unknown, unknown>()
  return answered(
    (request) => adds(request) || readsApplication(request),
    async (request, forward) => {
      const answer = await forward(request)
      if (!answer.ok) return answer
      const body = (await answer.json()) as Body
      if (adds(request)) known.set(body.keyId, body.secretText)
      const { passwordCredentials: all } = body
      const passwordCredentials =
        Array.isArray(all) &&
        all.map((one) => ({ ...one, secretText: known.get(one.keyId) ?? null }))
      return Response.json({ ...body, ...(all !== undefined && { passwordCredentials }) }, answer)
    },
  )
}

/** Before a password is added or removed, those there are removed. */
function removingOthers(isIt: (request: Request) => boolean) {
  return answered(isIt, async (request, forward) => {
    const path = pathBefore(request, /\/\w+Password$/)
    const shown = (await (await alsoAsked(request, forward, path)).json()) as Body
    const wanted = (await readRequest(request)).keyId
    for (const { keyId } of (shown.passwordCredentials ?? []) as readonly Body[]) {
      if (keyId === wanted) continue
      await alsoAsked(request, forward, `${path}/removePassword`, {
        method: 'POST',
        body: { keyId },
      })
    }
    return forward(request)
  })
}

/** Keys that are written are added to those there. */
function keysAdded() {
  return answered(
    asks('PATCH', `/applications(/[\\w.]+)?/?${ofObject}`),
    async (request, forward) => {
      const body = await readRequest(request)
      if (!Array.isArray(body.keyCredentials)) return forward(request)
      const path = new URL(request.url).pathname
      const shown = await alsoAsked(request, forward, `${path}?$select=keyCredentials`)
      const before = ((await shown.json()) as Body).keyCredentials
      const kept = Array.isArray(before) ? before : []
      const keyCredentials = [...kept, ...body.keyCredentials]
      return alsoAsked(request, forward, path, {
        method: 'PATCH',
        body: { ...body, keyCredentials },
      })
    },
  )
}

function federationOfOthersShown() {
  const everyOf = keptByTenant(() => new Map<string, Body>())
  return answered(
    (request) => asks('POST', federation)(request) || asks('GET', federation)(request),
    async (request, forward) => {
      const answer = await forward(request)
      if (!answer.ok) return answer
      const body = (await answer.json()) as Body
      const every = everyOf(request)
      if (request.method === 'POST') every.set(String(body.id), body)
      const shown = request.method === 'GET' ? { ...body, value: [...every.values()] } : body
      return Response.json(shown, answer)
    },
  )
}

export const credentialsUnseen: readonly GraphFault[] = [
  [
    'a secret holds for one year unless told otherwise',
    'PASSWORD-SHOWN',
    passwordAs((password) => ({
      endDateTime: new Date(Date.now() + 365 * 86_400_000).toISOString(),
      ...password,
    })),
  ],
  [
    'a secret holds for two years, whatever was asked',
    'PASSWORD-SHOWN',
    passwordAs(({ endDateTime: _, ...password }) => password),
  ],
  [
    'a secret has no name, whatever was asked',
    'PASSWORD-SHOWN',
    passwordAs(({ displayName: _, ...password }) => password),
  ],
  ['secrets are shown again', 'PASSWORD-SHOWN', secretsShown()],
  [
    'the hint is how the secret ends',
    'PASSWORD-SHOWN',
    answeredWith(adds, (body) => ({ ...body, hint: String(body.secretText).slice(-3) })),
  ],
  ['a new secret replaces the others', 'PASSWORD-WORKS', removingOthers(adds)],
  [
    'with one secret all are removed',
    'PASSWORD-WORKS',
    removingOthers(asks('POST', '/removePassword')),
  ],
  [
    'a secret that is not there is removed without a word',
    'PASSWORD-KNOWN',
    answered(asks('POST', '/removePassword'), async (request, forward) => {
      const answer = await forward(request)
      return answer.status === 400 || answer.status === 404
        ? new Response(null, { status: 204 })
        : answer
    }),
  ],
  ['certificates that are written are added', 'KEY-WORKS', keysAdded()],
  [
    'keys are shown although nobody asked',
    'KEY-WORKS',
    answered(readsApplication, async (request, forward) => {
      const answer = await forward(request)
      if (!answer.ok || request.url.includes('select')) return answer
      const body = (await answer.json()) as Body
      const path = `${new URL(request.url).pathname}?$select=keyCredentials`
      const { keyCredentials } = (await (await alsoAsked(request, forward, path)).json()) as Body
      return Response.json({ ...body, keyCredentials }, answer)
    }),
  ],
  [
    'a certificate has no thumbprint',
    'KEY-WORKS',
    shownWith(readsApplication, (object) => ({
      ...object,
      ...(Array.isArray(object.keyCredentials) && {
        keyCredentials: object.keyCredentials.map((one) => ({ ...one, customKeyIdentifier: null })),
      }),
    })),
  ],
  [
    'a federated credential is not found by its name',
    'FEDERATION-CREATED',
    answered(asks('GET', `${federation}/[^/]+`), (request, forward) =>
      /Credentials\/[0-9a-f-]{36}$/i.test(new URL(request.url).pathname)
        ? forward(request)
        : alsoAsked(request, forward, `${new URL(request.url).pathname}-none`),
    ),
  ],
  [
    'the description of a federated credential is lost',
    'FEDERATION-UPSERT',
    shownWith(readsFederation, (object) => ({ ...object, description: null })),
  ],
  [
    'federated credentials of every blueprint are shown',
    'FEDERATION-CREATED',
    federationOfOthersShown(),
  ],
  [
    'of two audiences the first is taken',
    'FEDERATION-AUDIENCE',
    writtenAs(asks('POST', federation), (body) => ({
      ...body,
      ...(Array.isArray(body.audiences) && { audiences: body.audiences.slice(0, 1) }),
    })),
  ],
  [
    'a change of a federated credential clears its description',
    'FEDERATION-CREATED',
    writtenAs(asks('PATCH', `${federation}/[^/]+`), (body) => ({ description: null, ...body })),
  ],
  [
    'the name of a federated credential cannot be given and is taken anyway',
    'FEDERATION-NAME-FIXED',
    writtenAs(asks('PATCH', `${federation}/[^/]+`), ({ name: _, ...body }) => body),
  ],
  [
    'a subject is kept in small letters',
    'FEDERATION-EXACT',
    writtenAs(asks('POST', federation), (body) => ({
      ...body,
      ...(typeof body.subject === 'string' && { subject: body.subject.toLowerCase() }),
    })),
  ],
  [
    'an issuer loses the slash at its end',
    'FEDERATION-EXACT',
    writtenAs(asks('POST', federation), (body) => ({
      ...body,
      ...(typeof body.issuer === 'string' && { issuer: body.issuer.replace(/\/$/, '') }),
    })),
  ],
]
