import assert from 'node:assert/strict'
import { test } from 'node:test'
import { observe, type ProgramTrail } from './observe-trail.ts'
import { entry, refused } from './testing/entries.ts'

const nothing = { text: '', isWhole: true }

function observed(change: Partial<ProgramTrail>, strict = false) {
  const trail = {
    command: ['app'],
    exitCode: 0,
    signal: null,
    stdout: nothing,
    stderr: nothing,
    requests: [],
    strangeHosts: [],
    tenants: [],
    ownSecrets: [],
  }
  return observe({ ...trail, ...change }, { strict })
}

test('a program whose requests break nothing conforms, whatever it exits with', () => {
  const { verdict, problems } = observed({ requests: [entry(1)], exitCode: 3 })
  assert.deepEqual([verdict, problems], ['conforms', []])
})

test('a program that sent nothing could not be judged', () => {
  const { verdict, problems } = observed({})
  assert.equal(verdict, 'could not be judged')
  assert.match(problems[0] ?? '', /^The mock received nothing from the program\./)
})

test('a program that asked for documents only could not be judged', () => {
  const requests = [entry(1, { endpoint: 'discovery', credentials: [] })]
  const { verdict, problems } = observed({ requests })
  assert.equal(verdict, 'could not be judged')
  assert.match(problems[0] ?? '', /^The program requested no token\./)
})

test('a program that asked unknown tenants only could not be judged', () => {
  const requests = [refused(1, 'TENANT-KNOWN', 90002, { tenantId: undefined })]
  assert.equal(observed({ requests }).verdict, 'could not be judged')
})

test('a broken MUST is one, however little there was to judge', () => {
  const { verdict, clients } = observed({ strangeHosts: ['telemetry.example.com:443'] })
  assert.equal(verdict, 'does not conform')
  assert.deepEqual(
    clients.flatMap(({ findings }) => findings.map(({ check, actual }) => [check, actual])),
    [['AUTHORITY-HOST', 'telemetry.example.com:443']],
  )
})

test('a secret of its own is found in either stream, by the line', () => {
  const ownSecrets = ['a-secret-of-its-own']
  for (const stream of ['stdout', 'stderr'] as const) {
    const written = { text: 'one\ntwo a-secret-of-its-own\n', isWhole: true }
    const { clients } = observed({ ownSecrets, [stream]: written })
    assert.equal(
      clients[0]?.findings[0]?.actual,
      `a secret of this run, in line 2 of its output (${stream})`,
    )
  }
})

test('output that was not kept as a whole is told', () => {
  const stderr = { text: 'much', isWhole: false }
  const { problems } = observed({ requests: [entry(1)], stderr })
  assert.deepEqual(problems, [
    'The program wrote too much: only the beginning of its stderr was searched for secrets.',
  ])
})

test('calls to Microsoft Graph are no refusals', () => {
  const call = { endpoint: 'unknown', host: 'graph.microsoft.com', path: '/v1.0/users' } as const
  const requests = [entry(1), refused(2, 'REQ-PATH', 90023, call)]
  assert.deepEqual(observed({ requests }).refusals, [])
})
