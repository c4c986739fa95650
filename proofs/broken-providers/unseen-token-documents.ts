import { harnessKeyPair } from '../../engine/credentials/key-pairs.ts'
import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { broken, changedBody } from '../broken-answers.ts'
import { keySet, sharedDocument, tenantDocument, versionOneDocument } from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>
type Forward = (request: Request) => Promise<Response>

const anyDocument = /openid-configuration$/
const instance = /\/discovery\/instance$/

const keysWith = (change: (key: Body, at: number) => Body) =>
  changedBody(keySet, 200, (body) => ({ ...body, keys: (body.keys as Body[]).map(change) }))

/** Documents that are wrong for some requests, and keys that a client cannot use. */
export const unseenTokenDocuments: readonly BrokenProvider[] = [
  {
    name: 'the exponent of a key has a zero before it',
    breaks: ['KEYS-ENTRY'],
    options: keysWith((key) => ({ ...key, e: 'AAEAAQ' })),
  },
  {
    name: 'the modulus of a key has a zero before it',
    breaks: ['KEYS-ENTRY'],
    options: keysWith((key) => ({
      ...key,
      n: Buffer.concat([Buffer.alloc(1), Buffer.from(String(key.n), 'base64url')]).toString(
        'base64url',
      ),
    })),
  },
  {
    name: 'the certificate of a key is of another key',
    breaks: ['KEYS-ENTRY'],
    options: foreignCertificate(),
  },
  {
    name: 'a key shows its private part',
    breaks: ['KEYS-ENTRY'],
    options: keysWith((key) => ({ ...key, d: key.n })),
  },
  {
    name: 'two keys have the same kid',
    breaks: ['KEYS-ENTRY'],
    options: changedBody(keySet, 200, (body) => {
      const [first] = body.keys as Body[]
      return {
        ...body,
        keys: [
          ...(body.keys as Body[]),
          {
            ...first,
            n: Buffer.from(String(first?.n), 'base64url').reverse().toString('base64url'),
          },
        ],
      }
    }),
  },
  {
    name: 'the second reader of the keys gets other key ids',
    breaks: ['KEYS-VERSIONS'],
    options: renamedLater(),
  },
  {
    name: 'a key is published only until the next key takes over',
    breaks: ['KEYS-ROTATION'],
    options: changedBody(keySet, 200, (body) => ({ ...body, keys: [(body.keys as Body[])[0]] })),
  },
  {
    name: 'only the oldest key is published',
    breaks: ['KEYS-ROTATION'],
    options: changedBody(keySet, 200, (body) => ({
      ...body,
      keys: (body.keys as Body[]).slice(-1),
    })),
  },
  {
    name: 'keys of version 1 are none',
    breaks: ['KEYS-VERSIONS'],
    options: changedBody(/\/discovery\/keys$/, 200, (body) => ({ ...body, keys: [] })),
  },
  {
    name: 'keys are issued by another tenant',
    breaks: ['KEYS-ENTRY'],
    options: keysWith((key) => ({
      ...key,
      issuer: 'https://login.microsoftonline.com/99999999-9999-4999-8999-999999999999/v2.0',
    })),
  },
  {
    name: 'the keys of every tenant are those of the tenant that was asked first',
    breaks: ['KEYS-ROTATION'],
    options: firstKept(keySet),
  },
  {
    name: 'the document of a tenant is kept for all tenants',
    breaks: ['DISC-SHARED-DOCUMENT'],
    options: firstKept(anyDocument),
  },
  {
    name: 'the document of version 1 names the issuer of version 2',
    breaks: ['DISC-V1-DOCUMENT'],
    options: changedBody(versionOneDocument, 200, (body) => ({
      ...body,
      issuer: String(body.issuer)
        .replace('sts.windows.net', 'login.microsoftonline.com')
        .replace(/\/?$/, '/v2.0'),
    })),
  },
  {
    name: 'the keys are on an address without TLS',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: changedBody(tenantDocument, 200, (body) => ({
      ...body,
      jwks_uri: String(body.jwks_uri).replace('https:', 'http:'),
    })),
  },
  {
    name: 'the shared document leads to the tokens of one tenant',
    breaks: ['DISC-SHARED-DOCUMENT'],
    options: changedBody(sharedDocument, 200, (body) => ({
      ...body,
      token_endpoint: String(body.token_endpoint).replace(
        /common|organizations/,
        '99999999-9999-4999-8999-999999999999',
      ),
    })),
  },
  {
    name: 'a document has a byte order mark before it',
    breaks: ['DISC-TYPES'],
    options: broken(
      anyDocument,
      async (answer) =>
        new Response(
          Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(await answer.arrayBuffer())]),
          answer,
        ),
    ),
  },
  {
    name: 'a document that is asked for by domain names the domain as issuer',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: domainAsIssuer(),
  },
  {
    name: 'every host is an instance',
    breaks: ['DISC-INSTANCE'],
    options: everyInstance(),
  },
  {
    name: 'an instance is not among its own aliases',
    breaks: ['DISC-ALIASES'],
    options: changedBody(instance, 200, (body) => ({
      ...body,
      metadata: (body.metadata as Body[]).map((one) => ({
        ...one,
        aliases: (one.aliases as string[]).slice(0, 0).concat('login.windows-ppe.net'),
      })),
    })),
  },
]

function foreignCertificate(): InProcessOptions {
  return broken(keySet, async (answer) => {
    if (!answer.ok) return answer
    const { certificatePem } = await harnessKeyPair('Concierge')
    const der = certificatePem.replace(/-----[^-]+-----|\s/g, '')
    const body = (await answer.json()) as { readonly keys: readonly Body[] }
    return Response.json(
      { ...body, keys: body.keys.map((key) => ({ ...key, x5c: [der] })) },
      answer,
    )
  })
}

function renamedLater(): InProcessOptions {
  let readings = 0
  return changedBody(keySet, 200, (body) => {
    readings += 1
    const suffix = readings % 2 === 0 ? 'x' : ''
    return {
      ...body,
      keys: (body.keys as Body[]).map((key) => ({
        ...key,
        kid: `${key.kid}${suffix}`,
        x5t: `${key.x5t}${suffix}`,
      })),
    }
  })
}

function firstKept(
  path: RegExp,
  key: (url: URL) => string = ({ pathname }) => pathname.replace(/^\/[^/]+/, ''),
): InProcessOptions {
  const kept = new Map<string, Response>()
  return {
    intercept: async (request: Request, forward: Forward) => {
      const url = new URL(request.url)
      const before = path.test(url.pathname) ? kept.get(key(url)) : undefined
      if (before) return before.clone()
      const answer = await forward(request)
      if (path.test(url.pathname) && answer.ok) kept.set(key(url), answer.clone())
      return answer
    },
  }
}

function domainAsIssuer(): InProcessOptions {
  return {
    intercept: async (request: Request, forward: Forward) => {
      const answer = await forward(request)
      const { pathname } = new URL(request.url)
      const name = pathname.split('/')[1] ?? ''
      if (!anyDocument.test(pathname) || !name.includes('.') || !answer.ok) return answer
      const body = (await answer.json()) as Body
      return Response.json(
        { ...body, issuer: String(body.issuer).replace(/[0-9a-f-]{36}/, name) },
        answer,
      )
    },
  }
}

function everyInstance(): InProcessOptions {
  return {
    intercept: async (request: Request, forward: Forward) => {
      const url = new URL(request.url)
      const answer = await forward(request)
      if (!instance.test(url.pathname) || answer.ok) return answer
      const known = new URL(request.url)
      known.searchParams.set(
        'authorization_endpoint',
        'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
      )
      return forward(new Request(known, request))
    },
  }
}
