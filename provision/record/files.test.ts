import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { privateFiles } from '../ports/private-files.ts'
import { ProvisionError } from '../ports/provision-error.ts'
import { formatEnv, isWrittenBy, readEnv } from './env-file.ts'

test('a value is read back as it was written, or not written at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      try {
        assert.deepEqual(readEnv(formatEnv('0a1b2c3d', { NAME: value })), { NAME: value })
      } catch (error) {
        assert.equal(error instanceof ProvisionError && /['\r\n]/.test(value), true)
      }
    }),
  )
})

test('the file says which run wrote it', () => {
  const text = formatEnv('0a1b2c3d', { A: 'x y', B: "it's", C: '' })
  assert.equal(
    text,
    "# Written by agentid provision, run 0a1b2c3d. It holds secrets.\nA='x y'\nB=\"it's\"\nC=''\n",
  )
  assert.equal(isWrittenBy('0a1b2c3d', text), true)
  assert.equal(isWrittenBy('0a1b2c3e', text), false)
})

test('a private file belongs to its user alone and leaves nothing beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-files-'))
  const path = join(folder, 'agentid.env')
  try {
    assert.equal(await privateFiles.read(path), undefined)
    await privateFiles.replace(path, 'one')
    await privateFiles.replace(path, 'two')
    assert.equal(await privateFiles.read(path), 'two')
    assert.deepEqual(await readdir(folder), ['agentid.env'])
    // Windows has no modes.
    if (process.platform !== 'win32') assert.equal((await stat(path)).mode & 0o777, 0o600)
    // What a process leaves that was killed while it wrote.
    await writeFile(`${path}.tmp`, 'half a sec')
    await privateFiles.remove(path)
    await privateFiles.remove(path)
    assert.deepEqual(await readdir(folder), [])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the error for a missing folder says what to do', async () => {
  const path = join(tmpdir(), 'agentid-no-such-folder', 'agentid.env')
  await assert.rejects(privateFiles.replace(path, 'x'), {
    message: `cannot write ${path} (ENOENT)`,
    todo: 'Check the folder and its permissions, or name another file with --out.',
  })
})
