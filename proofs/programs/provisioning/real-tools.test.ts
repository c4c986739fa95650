import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { decodeJwt } from 'jose'
import { seedIds, seedSecrets } from '../../../mock-idp/directory/seed-ids.ts'
import { runProgram } from '../../../tests/support/run-program.ts'
import { type ServedMock, serveMock } from '../../../tests/support/served-mock.ts'
import { findPython } from '../find-python.ts'

let mock: ServedMock

before(async () => {
  mock = await serveMock()
})
after(() => mock.stop())

const programFile = (name: string) => fileURLToPath(new URL(`programs/${name}`, import.meta.url))

async function provisionWith(
  command: string,
  name: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { status, stdout, stderr } = await runProgram(command, [programFile(name)], {
    env: {
      AUTHORITY: mock.authorityHost,
      GRAPH_URL: mock.authorityHost,
      AZURE_TENANT_ID: seedIds.contoso,
      AZURE_CLIENT_ID: seedIds.provisioner,
      AZURE_CLIENT_SECRET: seedSecrets.provisioner,
      SPONSOR_ID: seedIds.administrator,
      NODE_EXTRA_CA_CERTS: mock.caFile,
      REQUESTS_CA_BUNDLE: mock.caFile,
    },
  })
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout)
}

test('the Microsoft Graph client makes an agent identity, uses it, and cleans up', async () => {
  const { agent, token, listed, gone, missing } = await provisionWith(
    process.execPath,
    'graph-client.mjs',
  )
  assert.equal(decodeJwt(String(token)).appid, agent)
  assert.deepEqual(listed, [
    {
      '@odata.type': '#microsoft.graph.agentIdentity',
      id: agent,
      displayName: 'Graph client agent',
    },
  ])
  assert.deepEqual(gone, ['servicePrincipals', 'servicePrincipals', 'applications'])
  assert.deepEqual(missing, { statusCode: 404, code: 'Request_ResourceNotFound' })
})

const python = findPython('import requests')
const noPython = python
  ? false
  : 'no Python with the package requests; npm run clients installs one'
test('a Python script with requests makes an agent identity, uses it, and cleans up', {
  skip: noPython,
}, async () => {
  const { agent, token, users, deleted } = await provisionWith(python ?? '', 'provision.py')
  const { appid, roles } = decodeJwt(String(token))
  assert.equal(appid, agent)
  assert.deepEqual(roles, ['User.Read.All'])
  assert.equal(users, 200)
  assert.equal(deleted, true)
})
