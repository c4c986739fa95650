import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { changedBody } from '../broken-answers.ts'
import { keySet, sharedDocument, tenantDocument, versionOneDocument } from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>
const instance = /\/discovery\/instance$/

function ofKeys(change: (keys: readonly Body[]) => unknown): InProcessOptions {
  return changedBody(keySet, 200, (body) => ({
    ...body,
    keys: change(body.keys as readonly Body[]),
  }))
}

const eachKey = (change: (key: Body) => Body) => ofKeys((keys) => keys.map(change))

/** Keys and discovery documents as other providers write them. */
export const documentsMalformed: readonly BrokenProvider[] = [
  {
    name: 'publishes the private members of its keys',
    breaks: ['KEYS-ENTRY'],
    options: eachKey((key) => ({ ...key, d: 'AQAB', p: 'AQAB', q: 'AQAB' })),
  },
  {
    name: 'publishes a key without its kid',
    breaks: ['KEYS-ENTRY', 'TOKEN-SIGNATURE', 'TOKEN-HEADER'],
    options: eachKey(({ kid: _, ...key }) => key),
  },
  {
    name: 'publishes keys for encryption',
    breaks: ['KEYS-ENTRY', 'DISC-TYPES'],
    options: eachKey((key) => ({ ...key, use: 'enc' })),
  },
  {
    name: 'publishes its certificate as PEM',
    breaks: ['KEYS-ENTRY', 'DISC-TYPES'],
    options: eachKey((key) => ({
      ...key,
      x5c: [
        `-----BEGIN CERTIFICATE-----\n${(key.x5c as readonly string[])[0]}\n-----END CERTIFICATE-----`,
      ],
    })),
  },
  {
    name: 'publishes the modulus in base64 with padding',
    breaks: ['KEYS-ENTRY', 'DISC-TYPES'],
    options: eachKey((key) => ({
      ...key,
      n: Buffer.from(String(key.n), 'base64url').toString('base64'),
    })),
  },
  {
    name: 'publishes keys by their kid',
    breaks: ['DISC-TYPES', 'KEYS-ENTRY'],
    options: ofKeys((keys) => Object.fromEntries(keys.map((key) => [key.kid, key]))),
  },
  {
    name: 'publishes one kid for two keys',
    breaks: ['KEYS-ENTRY', 'DISC-TYPES', 'KEYS-VERSIONS'],
    options: ofKeys((keys) => [
      ...keys.map((key) => ({ ...key, n: `${String(key.n).slice(0, -4)}AAAA` })),
      ...keys,
    ]),
  },
  {
    name: 'names issuers with a slash at the end',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: changedBody(tenantDocument, 200, (body) => ({ ...body, issuer: `${body.issuer}/` })),
  },
  {
    name: 'leads to its keys without TLS',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: changedBody(tenantDocument, 200, (body) => ({
      ...body,
      jwks_uri: String(body.jwks_uri).replace('https:', 'http:'),
    })),
  },
  {
    name: 'names an endpoint of version 1 in the version 2 document',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: changedBody(tenantDocument, 200, (body) => ({
      ...body,
      token_endpoint: String(body.token_endpoint).replace('/v2.0/', '/'),
    })),
  },
  {
    name: 'publishes the version 2 issuer in the version 1 document',
    breaks: ['DISC-V1-DOCUMENT'],
    options: changedBody(versionOneDocument, 200, (body) => ({
      ...body,
      issuer: String(body.issuer).replace(
        /^https:\/\/[^/]+\/([^/]+)\/$/,
        'https://localhost:8443/$1/v2.0',
      ),
    })),
  },
  {
    name: 'puts a tenant of its own into the shared document',
    breaks: ['DISC-SHARED-DOCUMENT'],
    options: changedBody(sharedDocument, 200, (body) => ({
      ...body,
      issuer: String(body.issuer).replace('{tenantid}', '33333333-3333-4333-8333-333333333333'),
    })),
  },
  {
    name: 'answers a document of an unknown tenant with the shared one',
    breaks: ['DISC-TENANT'],
    options: {
      intercept: async (request, forward) => {
        const answer = await forward(request)
        const url = new URL(request.url)
        if (answer.ok || !url.pathname.endsWith('/openid-configuration')) return answer
        url.pathname = '/common/v2.0/.well-known/openid-configuration'
        return forward(new Request(url))
      },
    },
  },
  {
    name: 'knows every host in instance discovery',
    breaks: ['DISC-INSTANCE'],
    options: {
      intercept: async (request, forward) => {
        const answer = await forward(request)
        const url = new URL(request.url)
        if (answer.ok || !instance.test(url.pathname)) return answer
        url.searchParams.set(
          'authorization_endpoint',
          'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
        )
        return forward(new Request(url))
      },
    },
  },
]
