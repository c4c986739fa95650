import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { messagesFiles, openReportFolder } from './report-folder.ts'

test('a folder that is missing is made, and is left empty', async (context) => {
  const parent = await mkdtemp(join(tmpdir(), 'agentid-reports-'))
  context.after(() => rm(parent, { recursive: true }))
  const folder = await openReportFolder(join(parent, 'a', 'b'))
  assert.equal(folder, join(parent, 'a', 'b'))
  assert.deepEqual(await readdir(folder), [])
})

test('one client, or the target, has messages.ndjson', () => {
  assert.deepEqual(messagesFiles('r', []), [join('r', 'messages.ndjson')])
  assert.deepEqual(messagesFiles('r', ['x']), [join('r', 'messages.ndjson')])
})

test('each of several clients has a file of its own, whatever it is called', () => {
  const names = ['msal-node', 'node ../a b.mjs', 'MSAL-node', 'msal-node']
  assert.deepEqual(
    messagesFiles('r', names),
    [
      'messages-msal-node.ndjson',
      'messages-node-..-a-b.mjs.ndjson',
      'messages-MSAL-node-2.ndjson',
      'messages-msal-node-3.ndjson',
    ].map((name) => join('r', name)),
  )
})
