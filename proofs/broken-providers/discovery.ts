import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { broken, changedBody, changedHeader } from '../broken-answers.ts'
import {
  sharedDocument,
  tenantDocument,
  tokenPath,
  versionOneDocument,
} from '../published-paths.ts'
import { nobody } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>

const ofTenant = (change: (body: Body) => Body) => changedBody(tenantDocument, 200, change)
const elsewhere = (text: unknown) => String(text).replace(/[0-9a-f-]{36}/, nobody)
const machine = /\/(metadata\/identity\/oauth2|msi)\/token\/?$/
const instance = /\/discovery\/instance$/

/** Each answer is that to the request before, from the second on. */
function answersLate(): InProcessOptions {
  let before: Response | undefined
  return broken(tokenPath, async (answer) => {
    const late = before ?? answer.clone()
    before = answer.clone()
    return late
  })
}

/** Documents that lead elsewhere, tokens for somebody else, and the answers of machines. */
export const leadingElsewhere: readonly BrokenProvider[] = [
  {
    name: 'the document of a tenant names the issuer of another',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: ofTenant((body) => ({ ...body, issuer: elsewhere(body.issuer) })),
  },
  {
    name: 'the document of a tenant names the version 1 issuer',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: ofTenant((body) => ({ ...body, issuer: String(body.issuer).replace(/v2\.0$/, '') })),
  },
  {
    name: 'the document of a tenant leads to the keys of another',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: ofTenant((body) => ({ ...body, jwks_uri: elsewhere(body.jwks_uri) })),
  },
  {
    name: 'the document of a tenant leads to the token endpoint of version 1',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: ofTenant((body) => ({
      ...body,
      token_endpoint: String(body.token_endpoint).replace('/v2.0', ''),
    })),
  },
  {
    name: 'the document of a tenant names no credentials of clients',
    breaks: ['DISC-TENANT-DOCUMENT'],
    options: ofTenant(({ token_endpoint_auth_methods_supported: _, ...body }) => body),
  },
  {
    name: 'the document of all tenants leads to the keys of one',
    breaks: ['DISC-SHARED-DOCUMENT'],
    options: changedBody(sharedDocument, 200, (body) => ({
      ...body,
      jwks_uri: String(body.jwks_uri).replace('common', nobody),
    })),
  },
  {
    name: 'the version 1 document leads to the keys of version 2',
    breaks: ['DISC-V1-DOCUMENT'],
    options: changedBody(versionOneDocument, 200, (body) => ({
      ...body,
      jwks_uri: String(body.jwks_uri).replace('/discovery/keys', '/discovery/v2.0/keys'),
    })),
  },
  {
    name: 'instance discovery leads to the document of another tenant',
    breaks: ['DISC-ALIASES'],
    options: changedBody(instance, 200, (body) => ({
      ...body,
      tenant_discovery_endpoint: elsewhere(body.tenant_discovery_endpoint),
    })),
  },
  {
    name: 'documents may not be read from any page',
    breaks: ['DISC-CACHE'],
    options: changedHeader(/openid-configuration$|keys$/, 'access-control-allow-origin', 'null'),
  },
  {
    name: 'a client gets the token of the request before',
    breaks: ['TOKEN-AGENT', 'TOKEN-API'],
    options: answersLate(),
  },
  {
    name: 'the answer of a machine lacks the end of its token',
    breaks: ['MI-ANSWER'],
    options: changedBody(machine, 200, ({ expires_on: _, ...body }) => body),
  },
  {
    name: 'the answer of a machine names another resource',
    breaks: ['MI-ANSWER'],
    options: changedBody(machine, 200, (body) => ({ ...body, resource: nobody })),
  },
  {
    name: 'a machine that is refused is told so with 200',
    breaks: ['MI-METADATA', 'MI-HEADER'],
    options: broken(machine, async (answer) =>
      answer.status < 400 ? answer : new Response(await answer.text(), { headers: answer.headers }),
    ),
  },
]
