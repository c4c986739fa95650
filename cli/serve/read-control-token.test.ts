import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { UsageError } from '../usage-error.ts'
import { readControlToken } from './read-control-token.ts'

it('a control token is taken as it is', async () => {
  assert.equal(await readControlToken('abc-123._~+/=='), 'abc-123._~+/==')
})

it('a control token is read from a file', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-token-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'token'), 'from-the-file\n')
  assert.equal(await readControlToken(join(folder, 'token')), 'from-the-file')
  await writeFile(join(folder, 'empty'), '\n')
  await assert.rejects(readControlToken(join(folder, 'empty')), UsageError)
})

it('a path without a file is refused', async () => {
  for (const path of ['/nowhere/token', './nowhere/token', '~/nowhere']) {
    await assert.rejects(readControlToken(path), UsageError)
  }
})

it('what cannot stand in a header is refused', async () => {
  for (const bad of ['', 'two words', 'line\nend', 'no/such file.txt', 'ü']) {
    await assert.rejects(readControlToken(bad), UsageError)
  }
})
