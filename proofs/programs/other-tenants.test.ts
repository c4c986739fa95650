import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runFeatures } from '../../engine/run/run-features.ts'
import { type MockAsLiveOptions, mockAsLiveTarget } from '../../engine/targets/mock-as-live.ts'
import { broken, changedBody } from '../broken-answers.ts'
import { secondKey } from '../broken-providers/second-key.ts'
import { keySet } from '../published-paths.ts'
import { isAgent, said } from '../token-kinds.ts'

type Entry = Readonly<Record<string, unknown>>

const graph = '00000003-0000-0000-c000-000000000000'
const administrators = '62e90394-69f5-4237-9190-012177145e10'
const organizations = /\/organization$/
const inheritable = /\/inheritablePermissions$/
const assignments = /\/appRoleAssignments$/
const memberships = /\/transitiveMemberOf$/

const more = (list: unknown, entry: unknown) => [...(list as readonly unknown[]), entry]
const listing = (path: RegExp, entry: Entry) =>
  changedBody(path, 200, (body) => ({ ...body, value: more(body.value, entry) }))
const withRole = (role: string) =>
  said(isAgent, ({ roles = [] }) => ({ roles: [...(roles as readonly string[]), role] }))

const ofBlueprints: MockAsLiveOptions['describe'] = ({ blueprints = [], ...tenant }) => ({
  ...tenant,
  blueprints: blueprints.map((one) => {
    const appRoles = [{ resource: graph, role: 'Mail.Send' }]
    return one.principal ? { ...one, principal: { ...one.principal, appRoles } } : one
  }),
})

/** Tenants that are right, though what they show is not what the mock shows. */
const tenants: readonly (readonly [name: string, options: MockAsLiveOptions])[] = [
  [
    'shows a nonce in tokens for Microsoft Graph, and signs its hash',
    {
      describe: (tenant) => ({
        ...tenant,
        resources: [
          ...(tenant.resources ?? []),
          {
            appId: graph,
            displayName: 'Microsoft Graph',
            accessTokenVersion: 1,
            hashedNonce: true,
          },
        ],
      }),
    },
  ],
  [
    'lets agent identities ask Microsoft Graph nothing',
    broken(organizations, async () =>
      Response.json({ error: { code: 'Authorization_RequestDenied' } }, { status: 403 }),
    ),
  ],
  [
    'lets agent identities inherit the roles of their blueprint',
    {
      describe: ofBlueprints,
      ...withRole('Mail.Send'),
      ...changedBody(inheritable, 200, (body) => ({ ...body, value: [{ resourceAppId: graph }] })),
    },
  ],
  ['grants roles to blueprints', { describe: ofBlueprints }],
  [
    'has agent identities in a group that has roles',
    {
      ...withRole('Mail.Send'),
      ...listing(memberships, { '@odata.type': '#microsoft.graph.group', id: 'g' }),
    },
  ],
  [
    'gives agent identities a directory role',
    {
      ...said(isAgent, ({ wids }) => ({ wids: more(wids, administrators) })),
      ...listing(memberships, {
        '@odata.type': '#microsoft.graph.directoryRole',
        roleTemplateId: administrators,
      }),
    },
  ],
  [
    'has assigned a role a moment ago',
    changedBody(assignments, 200, (body) => {
      const [first] = body.value as readonly Entry[]
      const createdDateTime = new Date().toISOString()
      const appRoleId = 'b633e1c5-b582-4048-a93e-9f11b44c7e96'
      return first
        ? { ...body, value: more(body.value, { ...first, createdDateTime, appRoleId }) }
        : body
    }),
  ],
  [
    'does not let the caller read who has roles',
    broken(assignments, async () => Response.json({ error: { code: 'x' } }, { status: 403 })),
  ],
  [
    'asks for more claims at Microsoft Graph',
    broken(organizations, async () =>
      Response.json(
        { error: { code: 'InvalidAuthenticationToken' } },
        { status: 401, headers: { 'www-authenticate': 'Bearer error="insufficient_claims"' } },
      ),
    ),
  ],
  [
    'publishes its next key before it signs with it',
    (() => {
      const key = secondKey()
      return changedBody(keySet, 200, (body) => ({
        keys: [key.shown(), ...(body.keys as Entry[])],
      }))
    })(),
  ],
]

/** The scenarios of these rules that passed, and those that did not. */
async function judged(options: MockAsLiveOptions, rules: readonly string[]) {
  const target = await mockAsLiveTarget(options)
  const tags = `@live and (${rules.map((id) => `@rule:${id}`).join(' or ')})`
  const { results } = await runFeatures({ target, tags })
  await target.close()
  const failed = results.filter(({ status }) => status === 'failed' || status === 'unusable')
  return {
    passed: results.filter(({ status }) => status === 'passed').map(({ name }) => name),
    failed: failed.map(({ name, reason }) => `${name}: ${reason}`),
  }
}

const rules = ['TOKEN-SIGNATURE', 'TOKEN-GRAPH', 'TOKEN-NONCE', 'TOKEN-ROLES', 'KEYS-SHARED']

describe('a live tenant whose tokens Microsoft Graph and the directory explain', () => {
  for (const [name, options] of tenants) {
    it(`raises no alarm where it ${name}`, async () => {
      const { passed, failed } = await judged(options, rules)
      assert.ok(passed.length > 0)
      assert.deepEqual(failed, [])
    })
  }

  it('raises no alarm where the base flow asks for another resource', async () => {
    const set = { AGENTID_SCOPE: 'api://AzureADTokenExchange/.default' }
    const { passed, failed } = await judged({ set }, [...rules, 'TOKEN-AGENT', 'T1-AGENT'])
    assert.ok(passed.length > 0)
    assert.deepEqual(failed, [])
  })
})
