import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contoso } from '../directory/seed.ts'
import { seedIds, seedSecrets } from '../directory/seed-ids.ts'
import { control, openMock } from '../testing/mock-world.ts'

const newTenant = '99999999-0000-4000-8000-000000000001'
const minimal = { tenantId: newTenant, displayName: 'New' }
const at = `?tenant=${seedIds.contoso}`
const idp = await openMock()

const used = 'the description of the tenant is invalid'
const guidExpected = 'expected a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const bodyWrong = 'the body is invalid for this path'
type Mistake = readonly [string, string, unknown, number, string, readonly string[] | RegExp]
const mistakes: readonly Mistake[] = [
  ['POST', '/tenants', '{', 400, 'the body is not JSON', []],
  [
    'POST',
    '/tenants',
    'null',
    400,
    used,
    ['(the whole document): Invalid input: expected object, received null'],
  ],
  [
    'POST',
    '/tenants',
    '7',
    400,
    used,
    ['(the whole document): Invalid input: expected object, received number'],
  ],
  [
    'POST',
    '/tenants',
    '[]',
    400,
    used,
    ['(the whole document): Invalid input: expected object, received array'],
  ],
  [
    'POST',
    '/tenants',
    { tenantId: 'x', displayName: 'X' },
    400,
    used,
    [`tenantId: ${guidExpected}`],
  ],
  [
    'POST',
    '/tenants',
    { tenantId: 7, displayName: 'X' },
    400,
    used,
    ['tenantId: Invalid input: expected string, received number'],
  ],
  [
    'POST',
    '/tenants',
    contoso({ ...seedIds, contoso: newTenant }, 'tailwind.example'),
    409,
    `the application id ${seedIds.concierge} already belongs to another tenant; choose another one, or remove that tenant first`,
    [],
  ],
  [
    'POST',
    '/tenants',
    { ...minimal, tenantId: seedIds.contoso.toUpperCase() },
    409,
    `the tenant ${seedIds.contoso.toUpperCase()} already exists; use PUT to replace its objects`,
    [],
  ],
  [
    'POST',
    '/tenants',
    { ...minimal, domains: ['Contoso.example'] },
    409,
    'the domain contoso.example already belongs to another tenant; choose another one, or remove that tenant first',
    [],
  ],
  ...['common', 'Organizations', 'consumers', 'no-dot', 'a b.example'].map(
    (domain): Mistake => [
      'POST',
      '/tenants',
      { ...minimal, domains: [domain] },
      400,
      used,
      ['domains[0]: expected a domain name such as contoso.example'],
    ],
  ),
  [
    'POST',
    '/tenants',
    { ...minimal, identityHeader: seedSecrets.identityHeader },
    409,
    'this identityHeader already belongs to another tenant; choose another one, or remove that tenant first',
    [],
  ],
  [
    'POST',
    '/tenants',
    {
      ...minimal,
      guestBlueprints: [
        { appId: seedIds.intranet, displayName: 'Guest', principal: { id: newTenant } },
      ],
    },
    400,
    used,
    [
      'guestBlueprints[0].appId: expected a blueprint of another tenant, got 60000000-c0de-4a11-8000-000000000001',
    ],
  ],
  [
    'POST',
    '/tenants',
    {
      ...minimal,
      blueprints: [
        {
          appId: newTenant,
          displayName: 'B',
          principal: null,
          certificates: [{ pem: 'BEGIN CERTIFICATE' }],
        },
      ],
    },
    400,
    used,
    ['blueprints[0].certificates[0].pem: expected a valid PEM certificate'],
  ],
  ['GET', '/tenants/unknown.example', undefined, 404, "unknown tenant 'unknown.example'", []],
  ['PUT', '/tenants/unknown.example', minimal, 404, "unknown tenant 'unknown.example'", []],
  ['DELETE', '/tenants/unknown.example', undefined, 404, "unknown tenant 'unknown.example'", []],
  ['PUT', `/tenants/${seedIds.contoso}`, undefined, 400, 'send a body', []],
  ['GET', '/requests', undefined, 400, 'name the tenant: ?tenant=<id or domain>', []],
  ['GET', '/clock?tenant=unknown.example', undefined, 404, "unknown tenant 'unknown.example'", []],
  ['DELETE', '/faults', undefined, 400, 'name the tenant: ?tenant=<id or domain>', []],
  ['POST', '/keys', undefined, 400, 'name the tenant: ?tenant=<id or domain>', []],
  ['POST', '/reset', undefined, 400, 'name the tenant: ?tenant=<id or domain>', []],
  ['PUT', `/clock${at}`, undefined, 400, bodyWrong, /expected object, received undefined/],
  [
    'PUT',
    `/clock${at}`,
    { frozen: 'yes' },
    400,
    bodyWrong,
    /expected boolean, received string\n.*at frozen/,
  ],
  ['PUT', `/clock${at}`, { offset: 7 }, 400, bodyWrong, /Unrecognized key: "offset"/],
  ['PUT', `/clock${at}`, { offsetSeconds: 1e15 }, 400, bodyWrong, /at offsetSeconds/],
  ['PUT', `/clock${at}`, { advanceSeconds: -1e15 }, 400, bodyWrong, /at advanceSeconds/],
  ['PUT', `/clock${at}`, '{"offsetSeconds":1e999}', 400, bodyWrong, /at offsetSeconds/],
  ['POST', `/faults${at}`, {}, 400, bodyWrong, /expected at least one effect: status, headers/],
  ['PUT', `/lifetimes${at}`, { t1Seconds: 1.5 }, 400, bodyWrong, /at t1Seconds/],
  ['PUT', `/lifetimes${at}`, { t2Seconds: 1 }, 400, bodyWrong, /t2Seconds/],
  ['PUT', `/chaos${at}`, {}, 400, bodyWrong, /at seed/],
  ['PUT', `/chaos${at}`, { seed: 'x' }, 400, bodyWrong, /at seed/],
  ['POST', `/faults${at}`, { status: 99 }, 400, bodyWrong, /at status/],
  ['POST', `/faults${at}`, { status: 600 }, 400, bodyWrong, /at status/],
  ['POST', `/faults${at}`, { status: 503, times: 0 }, 400, bodyWrong, /at times/],
  ['POST', `/faults${at}`, { status: 503, leg: 't3' }, 400, bodyWrong, /at leg/],
  [
    'POST',
    `/faults${at}`,
    { status: 503, headers: { 'no header': 'x' } },
    400,
    bodyWrong,
    /at headers/,
  ],
  ['POST', `/faults${at}`, { status: 503, headers: { a: 'b\nc' } }, 400, bodyWrong, /at headers/],
  ['PUT', `/rules${at}`, {}, 400, bodyWrong, /at relaxedRules/],
  [
    'PUT',
    `/rules${at}`,
    { relaxedRules: ['CRED-SECRET', 'NO-RULE', 'FMI-KNOWN', 'TOKEN-T1'] },
    400,
    'you cannot relax these rules',
    [
      'CRED-SECRET is not inferred or third-party, so you cannot relax it',
      "unknown rule 'NO-RULE'",
      'TOKEN-T1 is not inferred or third-party, so you cannot relax it',
    ],
  ],
  [
    'GET',
    '/nothing',
    undefined,
    404,
    'the control API has no route GET /_mock/nothing',
    ['see /_mock/openapi.json'],
  ],
  [
    'PATCH',
    '/tenants',
    undefined,
    404,
    'the control API has no route PATCH /_mock/tenants',
    ['see /_mock/openapi.json'],
  ],
]

for (const [method, path, sent, status, error, problems] of mistakes) {
  const shown = typeof sent === 'string' ? sent : JSON.stringify(sent ?? '')
  test(`${method} ${path} with ${shown.slice(0, 60)} is answered with ${status}`, async () => {
    const answer = await control(idp, method, path, sent)
    assert.equal(answer.status, status)
    assert.equal(answer.body.error, error)
    if (problems instanceof RegExp) assert.match(String(answer.body.problems), problems)
    else assert.deepEqual(answer.body.problems, problems)
  })
}

test('what was refused has changed nothing', async () => {
  const { body } = await control(idp, 'GET', '/tenants')
  assert.equal((body.tenants as []).length, 2)
  assert.equal((await control(idp, 'GET', `/clock${at}`)).body.offsetSeconds, 0)
  assert.deepEqual((await control(idp, 'GET', `/faults${at}`)).body, { faults: [] })
})
