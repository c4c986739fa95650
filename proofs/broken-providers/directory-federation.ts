import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import { broken, changedBody, done, notFound } from '../broken-answers.ts'
import { ignored, written } from '../broken-graph-promises.ts'
import type { BrokenProvider } from './broken-provider.ts'

const all = /federatedIdentityCredentials\/?$/
const byName = /federatedIdentityCredentials\(name='[^']+'\)$/
const one = /federatedIdentityCredentials\/[^/]+$/

const waived = (rule: string): InProcessOptions => ({ waivedRules: [rule] })

/** Refusals of writes with another status. */
const refusedWith = (from: number, to: number) =>
  broken(/federatedIdentityCredentials/, async (answer) =>
    answer.status === from
      ? new Response(await answer.text(), { status: to, headers: answer.headers })
      : answer,
  )

/** Upserts that every PATCH is taken for, wherever the wish to create is missing. */
const alwaysCreating: InProcessOptions = {
  intercept: async (request, forward) => {
    if (request.method !== 'PATCH') return forward(request)
    const headers = new Headers(request.headers)
    headers.set('prefer', 'create-if-missing')
    const url = request.url.replace(/\/([^/]+)$/, "(name='$1')")
    const body = JSON.stringify({
      issuer: 'https://token.octo-ci.example',
      audiences: ['api://AzureADTokenExchange'],
      ...JSON.parse(await request.text()),
    })
    return forward(new Request(url, { method: 'PATCH', headers, body }))
  },
}

/** Upserts that change nothing where the credential is there. */
function keepingWhatIsThere(): InProcessOptions {
  const seen = new Set<string>()
  const intercept: Intercept = async (request, forward) => {
    const { pathname } = new URL(request.url)
    if (request.method !== 'PATCH' || !byName.test(pathname)) return forward(request)
    if (seen.has(pathname)) return done()
    seen.add(pathname)
    return forward(request)
  }
  return { intercept }
}

/** A directory that keeps federated identity credentials otherwise than it says, one fault after another. */
export const directoryFederationWrong: readonly BrokenProvider[] = [
  {
    name: 'a second name of a federated credential is 400',
    breaks: ['FEDERATION-NAME-SINGLE'],
    options: refusedWith(409, 400),
  },
  {
    name: 'a second pair of issuer and subject is 409',
    breaks: ['FEDERATION-SINGLE'],
    options: refusedWith(400, 409),
  },
  {
    name: 'the twenty-first federated credential is 400',
    breaks: ['FEDERATION-LIMIT'],
    options: refusedWith(403, 400),
  },
  {
    name: 'two federated credentials have the same name',
    breaks: ['FEDERATION-NAME-SINGLE'],
    options: waived('FEDERATION-NAME-SINGLE'),
  },
  {
    name: 'a change makes two federated credentials the same',
    breaks: ['FEDERATION-SINGLE'],
    options: ignored('PATCH', one, done),
  },
  {
    name: 'a federated credential is renamed in silence',
    breaks: ['FEDERATION-NAME-FIXED'],
    options: waived('FEDERATION-NAME-FIXED'),
  },
  {
    name: 'a change may not repeat the name',
    breaks: ['FEDERATION-NAME-FIXED'],
    options: written('PATCH', one, (body) => ({ ...body, name: `${String(body.name)}-2` })),
  },
  {
    name: 'a federated credential has both a subject and an expression',
    breaks: ['FEDERATION-SUBJECT'],
    options: waived('FEDERATION-SUBJECT'),
  },
  {
    name: 'a federated credential needs a subject beside its expression',
    breaks: ['FEDERATION-SUBJECT'],
    options: written('POST', all, ({ claimsMatchingExpression: _, ...body }) => body),
  },
  {
    name: 'any text counts as an expression',
    breaks: ['FEDERATION-EXPRESSION'],
    options: waived('FEDERATION-EXPRESSION'),
  },
  {
    name: 'expressions have any version',
    breaks: ['FEDERATION-EXPRESSION'],
    options: written('POST', all, (body) =>
      body.claimsMatchingExpression
        ? {
            ...body,
            claimsMatchingExpression: {
              ...(body.claimsMatchingExpression as object),
              languageVersion: 1,
            },
          }
        : body,
    ),
  },
  {
    name: 'any issuer may have expressions',
    breaks: ['FEDERATION-CLAIMS'],
    options: waived('FEDERATION-CLAIMS'),
  },
  {
    name: 'an upsert creates nothing',
    breaks: ['FEDERATION-UPSERT'],
    options: broken(byName, async (answer) => (answer.status === 201 ? notFound() : answer)),
  },
  {
    name: 'an upsert does not change what is there',
    breaks: ['FEDERATION-UPSERT'],
    options: keepingWhatIsThere(),
  },
  {
    name: 'a change creates what is missing',
    breaks: ['FEDERATION-UPSERT'],
    options: alwaysCreating,
  },
  {
    name: 'version 1.0 shows expressions',
    breaks: ['FEDERATION-FLEXIBLE'],
    options: changedBody(one, 200, (body) => ({ claimsMatchingExpression: null, ...body })),
  },
  {
    name: 'the subject of a federated credential with an expression is empty, not null',
    breaks: ['FEDERATION-FLEXIBLE'],
    options: changedBody(one, 200, (body) => ({ ...body, subject: body.subject ?? '' })),
  },
]
