import { doneForAnybody, idIn, tenantOf } from './graph-callers.ts'
import {
  answered,
  answeredWith,
  asked,
  asks,
  type Body,
  everything,
  type GraphFault,
  ofObject,
  reads,
} from './graph-faults.ts'

/** What was read in one tenant is shown in another. */
function readByOthers() {
  const seen = new Map<string, readonly [tenant: string, text: string]>()
  return answered(reads, async (request, forward) => {
    const answer = await forward(request)
    const text = await answer.text()
    const { pathname } = new URL(request.url)
    const known = seen.get(pathname)
    const isForeign = known !== undefined && known[0] !== tenantOf(request)
    if (answer.status === 404 && isForeign) return Response.json(JSON.parse(known[1]))
    if (answer.ok && idIn(request)) seen.set(pathname, [tenantOf(request), text])
    return new Response(text || null, answer)
  })
}

/** Every tenant that was read is shown with this one. */
function everyTenantShown() {
  const all = new Map<string, Body>()
  return answeredWith(asks('GET', '/organization'), (body) => {
    if (!Array.isArray(body.value)) return body
    for (const one of body.value) all.set(String(one.id), one)
    return { ...body, value: [...all.values()] }
  })
}

type Batch = { readonly responses: readonly (Body & { readonly status: number })[] }
const batches = asks('POST', '/\\$batch')
const batchWith = (change: (batch: Batch) => unknown) =>
  answeredWith(batches, (body) => change(body as Batch))

export const rightsUnseen: readonly GraphFault[] = [
  ['objects of another tenant are shown', 'GRAPH-OBJECT', readByOthers()],
  ['other tenants are shown', 'GRAPH-TENANT', everyTenantShown()],
  [
    'people are listed as agent users',
    'GRAPH-LIST',
    asked(asks('GET', '/users/(microsoft\\.)?graph\\.agentUser'), (url) => {
      url.pathname = url.pathname.replace(/\/(microsoft\.)?graph\.agentUser/i, '')
    }),
  ],
  [
    'an object is found under the type of another',
    'GRAPH-OBJECT',
    asked(
      (request) =>
        everything(request) &&
        /[0-9a-f-]{36}\/(microsoft\.)?graph\.\w+$/i.test(new URL(request.url).pathname),
      (url) => {
        url.pathname = url.pathname.replace(/\/(microsoft\.)?graph\.\w+$/i, '')
      },
    ),
  ],
  [
    'nested groups are left out',
    'GROUP-COUNT',
    asked(reads, (url) => {
      url.pathname = url.pathname
        .replace(/transitiveMemberOf$/i, 'memberOf')
        .replace(/transitiveMembers$/i, 'members')
    }),
  ],
  [
    'a user without a manager has an empty one',
    'GRAPH-OBJECT',
    answered(asks('GET', '/manager'), async (request, forward) => {
      const answer = await forward(request)
      return answer.status === 404 ? Response.json({ value: null }) : answer
    }),
  ],
  [
    'a batch stops at the first failure',
    'GRAPH-BATCH',
    batchWith(({ responses }) => {
      const failed = responses.findIndex(({ status }) => status >= 400)
      return { responses: failed < 0 ? responses : responses.slice(0, failed + 1) }
    }),
  ],
  [
    'a batch fails as a whole',
    'GRAPH-BATCH',
    answered(batches, async (request, forward) => {
      const answer = await forward(request)
      const { responses = [] } = (await answer.clone().json()) as Partial<Batch>
      const failed = responses.find(({ status }) => status >= 400)
      return failed ? Response.json(failed.body, { status: failed.status }) : answer
    }),
  ],
  [
    'every part of a batch succeeds',
    'GRAPH-BATCH',
    batchWith(({ responses }) => ({
      responses: responses.map((one) => ({ ...one, status: 200 })),
    })),
  ],
  [
    'parts of a batch are answered under numbers',
    'GRAPH-BATCH',
    batchWith(({ responses }) => ({
      responses: responses.map((one, at) => ({ ...one, id: String(at + 1) })),
    })),
  ],
  [
    'the bodies of the parts of a batch are text',
    'GRAPH-BATCH',
    batchWith(({ responses }) => ({
      responses: responses.map((one) => ({ ...one, body: JSON.stringify(one.body) })),
    })),
  ],
  [
    'whoever restores is told that it is done',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('POST', '/restore')),
  ],
  [
    'anybody reads the log of sign-ins',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('GET', '/auditLogs/signIns')),
  ],
  ['anybody removes secrets', 'GRAPH-PERMISSION', doneForAnybody(asks('POST', '/removePassword'))],
  [
    'anybody deletes agent identities',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('DELETE', `/servicePrincipals/?${ofObject}`)),
  ],
  [
    'anybody reads grants',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('GET', '/oauth2PermissionGrants')),
  ],
  [
    'anybody removes grants',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('DELETE', '/oauth2PermissionGrants/[^/]+')),
  ],
  [
    'whoever assigns a role is told that it is done',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('POST', '/appRoleAssignments')),
  ],
  [
    'anybody takes roles away',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('DELETE', '/appRole\\w+/[^/]+')),
  ],
  [
    'anybody adds members to groups',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('POST', '/groups/[^/]+/members/\\$ref'), ['Group.ReadWrite.All']),
  ],
  [
    'anybody gives a user a manager',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('PUT', '/manager/\\$ref'), ['User.ReadWrite.All']),
  ],
  [
    'anybody says what is inherited',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('POST', '/inheritablePermissions')),
  ],
  [
    'anybody deletes for good',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('DELETE', '/deletedItems/[^/]+')),
  ],
  [
    'anybody removes owners',
    'GRAPH-PERMISSION',
    doneForAnybody(asks('DELETE', '/owners/[^/]+/\\$ref')),
  ],
  ['anybody lists groups', 'GRAPH-PERMISSION', doneForAnybody(asks('GET', '/groups'))],
  ['anybody reads domains', 'GRAPH-PERMISSION', doneForAnybody(asks('GET', '/domains'))],
]
