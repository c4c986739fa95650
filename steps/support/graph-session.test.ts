import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runFeatures } from '../../engine/run/run-features.ts'
import { mockAsLiveTarget } from '../../engine/targets/mock-as-live.ts'

const ids = ['AGENTID_TENANT_ID', 'AGENTID_BLUEPRINT_CLIENT_ID', 'AGENTID_AGENT_ID']
const files = ['features/directory/creating-an-agent-identity.feature']

async function reasons(options: Parameters<typeof mockAsLiveTarget>[0]) {
  const target = await mockAsLiveTarget(options)
  const { results } = await runFeatures({ target, files, tags: '@live' })
  await target.close()
  return results.map(({ status, reason }) => `${status}: ${reason}`)
}

describe('the directory of a live tenant', () => {
  it('is not testable without the token of an administrator', async () => {
    const names = { variables: [...ids, 'AGENTID_SECOND_AGENT_ID', 'AGENTID_GRAPH_URL'] }
    assert.deepEqual(await reasons(names), ['not testable: AGENTID_GRAPH_TOKEN is not set'])
  })

  it('is not testable where the token may not do what is asked', async () => {
    const intercept = async () =>
      Response.json({ error: { code: 'Authorization_RequestDenied' } }, { status: 403 })
    assert.deepEqual(await reasons({ intercept }), [
      'not testable: AGENTID_GRAPH_TOKEN may not do this: 403, Authorization_RequestDenied',
    ])
  })
})
