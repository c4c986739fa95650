import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import { broken, changedBody, done, notFound } from '../broken-answers.ts'
import { brokenGraphPromises, ignored, written } from '../broken-graph-promises.ts'
import { graphPath, tokenPath } from '../published-paths.ts'
import { isForResource, said } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>

/** From a request of this kind on, others are answered otherwise. */
function after(
  isIt: (method: string, path: string) => boolean,
  others: RegExp,
  answer: () => Response,
): InProcessOptions {
  let isAfter = false
  const intercept: Intercept = async (request, forward) => {
    const { pathname } = new URL(request.url)
    if (isAfter && others.test(pathname)) return answer()
    isAfter = isAfter || isIt(request.method, pathname)
    return forward(request)
  }
  return { intercept }
}

const wrongSecret = () =>
  Response.json({ error: 'invalid_client', error_codes: [7000215] }, { status: 401 })

/** A blueprint without a sponsor is made, and its refusal told. */
const leftBehind: InProcessOptions = {
  waivedRules: ['BLUEPRINT-SPONSOR'],
  ...broken(/agentIdentityBlueprint$/, async (answer) =>
    answer.status === 201
      ? Response.json({ error: { code: 'Request_BadRequest' } }, { status: 400 })
      : answer,
  ),
}

/** With each blueprint comes a principal. */
const withPrincipal: InProcessOptions = {
  intercept: async (request, forward) => {
    const answer = await forward(request)
    const isNew = answer.status === 201 && /Blueprint$/.test(new URL(request.url).pathname)
    if (!isNew) return answer
    const { appId } = (await answer.clone().json()) as Body
    const path = '/v1.0/servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal'
    await forward(
      new Request(new URL(path, request.url), {
        method: 'POST',
        headers: request.headers,
        body: JSON.stringify({ appId }),
      }),
    )
    return answer
  },
}

/** A directory in which objects live otherwise than it says, one fault after another. */
export const directoryObjectsWrong: readonly BrokenProvider[] = [
  { name: 'a refused blueprint is made after all', breaks: ['REFUSED-WHOLE'], options: leftBehind },
  {
    name: 'a blueprint comes with a principal',
    breaks: ['PRINCIPAL-APART'],
    options: withPrincipal,
  },
  {
    name: 'an added secret is not returned',
    breaks: ['PASSWORD-SHOWN', 'PASSWORD-WORKS'],
    options: changedBody(graphPath, 200, ({ secretText: _, ...body }) => body),
  },
  {
    name: 'a secret is shown again',
    breaks: ['PASSWORD-SHOWN'],
    options: changedBody(graphPath, 200, (body) => ({
      ...body,
      passwordCredentials: [body.passwordCredentials]
        .flat()
        .map((one) => ({ ...(one as Body), secretText: 'shown' })),
    })),
  },
  {
    name: 'a removed secret still works',
    breaks: ['PASSWORD-WORKS'],
    options: ignored('POST', /removePassword$/, done),
  },
  {
    name: 'an added secret does not work',
    breaks: ['PASSWORD-WORKS'],
    options: after((_, path) => path.endsWith('addPassword'), tokenPath, wrongSecret),
  },
  {
    name: 'a restored blueprint has lost its secrets',
    breaks: ['RESTORE-WHOLE'],
    options: after((_, path) => path.endsWith('/restore'), tokenPath, wrongSecret),
  },
  {
    name: 'nothing can be restored',
    breaks: ['DELETE-RESTORE'],
    options: {
      intercept: async (request, forward) =>
        request.url.endsWith('/restore') ? notFound() : forward(request),
    },
  },
  {
    name: 'agent identities go with their blueprint at once',
    breaks: ['DELETE-CASCADE'],
    options: after((method) => method === 'DELETE', /agentIdentity$/, notFound),
  },
  {
    name: 'what was deleted for good can be restored',
    breaks: ['DELETE-FOR-GOOD'],
    options: ignored('DELETE', /deletedItems\/[^/]+$/, done),
  },
  {
    name: 'a disabled agent identity still gets tokens',
    breaks: ['DISABLE-AGENT'],
    options: ignored('PATCH', /servicePrincipals/, done),
  },
  {
    name: 'subjects of federated credentials are compared in any letter case',
    breaks: ['FEDERATION-EXACT'],
    options: written('POST', /federatedIdentityCredentials\/?$/, (body) => ({
      ...body,
      subject: String(body.subject).replace(/concierge/i, 'Concierge'),
    })),
  },
  {
    name: 'an issuer of a federated credential may end with a slash',
    breaks: ['FEDERATION-EXACT'],
    options: written('POST', /federatedIdentityCredentials\/?$/, (body) => ({
      ...body,
      issuer: String(body.issuer).replace(/\/$/, ''),
    })),
  },
  {
    name: 'assigned roles are in no token',
    breaks: ['ROLE-ASSIGNED'],
    options: said(isForResource, () => ({ roles: undefined })),
  },
  {
    name: 'assigned roles are in every token',
    breaks: ['ROLE-ASSIGNED'],
    options: said(isForResource, ({ roles }) => ({ roles: roles ?? ['Orders.Pay'] })),
  },
  {
    name: 'withdrawn roles stay',
    breaks: ['ROLE-ASSIGNED'],
    options: ignored('DELETE', /appRoleAssignments\//, done),
  },
  {
    name: 'a sponsor that was taken away stays',
    breaks: ['SPONSOR-CHANGE'],
    options: ignored('DELETE', /sponsors\/[^/]+\/\$ref$/, done),
  },
  {
    name: 'an agent identity has a client id of its own',
    breaks: ['AGENT-ID'],
    options: brokenGraphPromises['AGENT-ID'] ?? {},
  },
]
