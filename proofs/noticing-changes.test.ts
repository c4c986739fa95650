import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noticingChanges } from './noticing-changes.ts'

const origin = 'https://localhost:8443'

async function noticed(request: Request, status: number): Promise<readonly string[]> {
  const changes: string[] = []
  const intercept = noticingChanges((change) => void changes.push(change))
  await intercept(request, async () => Response.json({}, { status }))
  return changes
}

const post = (path: string, body: unknown) =>
  new Request(`${origin}${path}`, { method: 'POST', body: JSON.stringify(body) })

describe('a change of the directory', () => {
  it('is a write that was accepted', async () => {
    assert.deepEqual(await noticed(post('/v1.0/applications', {}), 201), [
      'POST /v1.0/applications',
    ])
  })

  it('is in no write that was refused', async () => {
    assert.deepEqual(await noticed(post('/v1.0/applications', {}), 403), [])
  })

  it('is in a batch that writes', async () => {
    const batch = { requests: [{ method: 'GET' }, { method: 'DELETE' }] }
    assert.deepEqual(await noticed(post('/v1.0/$batch', batch), 200), ['DELETE /v1.0/$batch'])
  })

  it('is in no batch that only reads', async () => {
    const batch = { requests: [{ method: 'GET' }, {}] }
    assert.deepEqual(await noticed(post('/v1.0/$batch', batch), 200), [])
  })

  it('is in no request for a token', async () => {
    assert.deepEqual(await noticed(post('/tenant/oauth2/v2.0/token', {}), 200), [])
  })
})
