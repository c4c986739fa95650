import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { claimsOf } from '../../engine/requests/answer.ts'
import { runFeatures } from '../../engine/run/run-features.ts'
import { type InProcessOptions, inProcessTarget } from '../../engine/targets/in-process.ts'
import { mockAsLiveTarget } from '../../engine/targets/mock-as-live.ts'
import { changedBody, changedHeader } from '../broken-answers.ts'
import { tenantDocument, tokenPath, versionOneDocument } from '../published-paths.ts'
import { isOfUser, said } from '../token-kinds.ts'

type Body = Readonly<Record<string, unknown>>
const reversed = (list: unknown) => [...(list as readonly unknown[])].reverse()

/** Version 1 issuers of another host, in tokens and in the document. */
function issuedBy(origin: string): InProcessOptions {
  const at = (value: unknown) => String(value).replace(/^https:\/\/[^/]+/, origin)
  const tokens = said(
    ({ ver }) => ver === '1.0',
    ({ iss, idp }) => ({ iss: at(iss), idp: at(idp) }),
  )
  const document = changedBody(versionOneDocument, 200, (body) => ({
    ...body,
    issuer: at(body.issuer),
  }))
  return { ...document, ...tokens }
}

const inDocument = (change: (body: Body) => Body) => changedBody(tenantDocument, 200, change)

/** Providers that are right, and not like the mock. */
const habits: readonly (readonly [name: string, options: InProcessOptions, tags: string])[] = [
  [
    'has version 1 issuers of its own host',
    issuedBy('https://issuer.example'),
    '@rule:TOKEN-AGENT or @rule:TOKEN-TENANT or @rule:DISC-V1-DOCUMENT',
  ],
  [
    "has version 1 issuers of Microsoft's host",
    issuedBy('https://sts.windows.net'),
    '@rule:TOKEN-BLUEPRINT or @rule:TOKEN-TENANT or @rule:DISC-V1-DOCUMENT',
  ],
  [
    'names a list of a document in another order, and one more entry',
    inDocument((body) => ({
      ...body,
      token_endpoint_auth_methods_supported: [
        'self_signed_tls_client_auth',
        ...reversed(body.token_endpoint_auth_methods_supported),
      ],
    })),
    '@rule:DISC-TENANT-DOCUMENT or @rule:DISC-TYPES',
  ],
  [
    'names the clouds in another order',
    changedBody(/\/discovery\/instance$/, 200, (body) => ({
      ...body,
      metadata: (body.metadata as readonly Body[]).toSorted((a, b) =>
        String(b.preferred_network).localeCompare(String(a.preferred_network)),
      ),
    })),
    '@rule:DISC-TYPES',
  ],
  [
    'writes the type of a token in lower case, as RFC 6749 lets it',
    changedBody(tokenPath, 200, (body) => ({ ...body, token_type: 'bearer' })),
    '@rule:TOKEN-ANSWER-TYPES',
  ],
  [
    'writes the members of a token answer in another order',
    changedBody(tokenPath, 200, (body) => Object.fromEntries(Object.entries(body).reverse())),
    '@rule:TOKEN-ANSWER or @rule:TOKEN-ANSWER-TYPES',
  ],
]

/** Tenants that are right, and in which time has brought what no source forbids. */
const tenants: typeof habits = [
  [
    'adds claims to its tokens, and writes them in another order',
    {
      tamper: (claims) => ({ xms_new: 1, ...Object.fromEntries(Object.entries(claims).reverse()) }),
    },
    '@rule:TOKEN-T1 or @rule:TOKEN-T2 or @rule:TOKEN-TYPES',
  ],
  [
    'gives its tokens 75 minutes',
    {
      ...said(
        (claims) => !isOfUser(claims),
        ({ exp }) => ({ exp: Number(exp) + 900 }),
      ),
      // The lifetimes of tokens about users are drawn between 60 and 90 minutes as they are.
      ...changedBody(tokenPath, 200, (body) =>
        isOfUser(claimsOf(String(body.access_token)))
          ? body
          : { ...body, expires_in: 4499, ext_expires_in: 4499 },
      ),
    },
    '@rule:TOKEN-LIFETIME or @rule:TOKEN-ANSWER-LIFETIME',
  ],
  [
    'forbids caching in other words',
    changedHeader(tokenPath, 'cache-control', 'private, no-store'),
    '@rule:ERROR-CACHE or @rule:TOKEN-ANSWER-TYPES',
  ],
  [
    'describes its refusals in lines, as it did before 2023',
    changedBody(tokenPath, 400, (body) => ({
      ...body,
      error_description: String(body.error_description).replaceAll(
        / (?=Trace ID|Correlation ID|Timestamp)/g,
        '\r\n',
      ),
    })),
    '@rule:ERROR-BODY or @rule:ERROR-CORRELATION',
  ],
]

describe('a live tenant that keeps every rule in its own way', () => {
  for (const [name, options, tags] of tenants) {
    it(`raises no alarm where it ${name}`, async () => {
      const target = await mockAsLiveTarget(options)
      const { results } = await runFeatures({ target, tags: `@live and (${tags})` })
      await target.close()
      const failed = results.filter(({ status }) => status === 'failed' || status === 'unusable')
      assert.ok(results.some(({ status }) => status === 'passed'))
      assert.deepEqual(
        failed.map(({ name: scenario, reason }) => `${scenario}: ${reason}`),
        [],
      )
    })
  }
})

describe('a provider that keeps every rule in its own way', () => {
  for (const [name, options, tags] of habits) {
    it(`raises no alarm where it ${name}`, async () => {
      const target = await inProcessTarget(options)
      const { results } = await runFeatures({ target, tags: `@mock and not @client and (${tags})` })
      assert.ok(results.length > 0)
      assert.deepEqual(
        results.flatMap(({ status, name: scenario }) => (status === 'passed' ? [] : [scenario])),
        [],
      )
    })
  }
})
