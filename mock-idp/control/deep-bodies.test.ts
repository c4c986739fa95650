import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { openMock, origin } from '../testing/mock-world.ts'
import { openGraph } from '../testing/open-graph.ts'

const deep = `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`

test('a body of the control API that nests deep is refused', async () => {
  const idp = await openMock()
  const url = `${origin}/_mock/faults?tenant=${seedIds.contoso}`
  const headers = { 'content-type': 'application/json' }
  const answer = await idp.fetch(new Request(url, { method: 'POST', headers, body: deep }))
  assert.equal(answer.status, 400)
  assert.match(await answer.text(), /nests deeper than 64 levels/)
})

test('a body of Microsoft Graph that nests deep is no JSON, alone and in a batch', async () => {
  const { ask } = await openGraph()
  for (const path of ['/v1.0/users', '/v1.0/$batch']) {
    const { status, rule } = await ask('POST', path, deep)
    assert.equal(status, 400, path)
    assert.match(rule ?? '', /^GRAPH-/)
  }
})
