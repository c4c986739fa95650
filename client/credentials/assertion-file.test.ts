import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { contextFor } from '../testing/authentication-context.ts'
import { assertionFile } from './assertion-file.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assertion-file-'))
  path = join(folder, 'token')
})

afterEach(() => rm(folder, { recursive: true }))

test('the file is read again for every request', async () => {
  const credential = assertionFile(path)
  await writeFile(path, 'first')
  assert.equal((await credential.authenticate(contextFor())).client_assertion, 'first')
  await writeFile(path, 'second')
  assert.equal((await credential.authenticate(contextFor())).client_assertion, 'second')
})

test('white space around the assertion is ignored', async () => {
  await writeFile(path, '\n  assertion \r\n')
  assert.deepEqual(await assertionFile(path).authenticate(contextFor()), {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: 'assertion',
  })
})

test('the cache key changes with the content and does not hold it', async () => {
  const credential = assertionFile(path)
  await writeFile(path, 'first')
  const key = await credential.cacheKey()
  assert.equal(await credential.cacheKey(), key)
  assert.ok(!key.includes('first'))
  await writeFile(path, 'second')
  assert.notEqual(await credential.cacheKey(), key)
})

test('an empty file is named', async () => {
  await writeFile(path, ' \n')
  await assert.rejects(async () => assertionFile(path).authenticate(contextFor()), {
    name: 'ClientConfigurationError',
    message: `the assertion file is empty: ${path}`,
  })
})

test('a file that is not there is named', async () => {
  await assert.rejects(async () => assertionFile(path).cacheKey(), {
    name: 'ClientConfigurationError',
    message: `cannot read the assertion file (ENOENT): ${path}`,
  })
})

test('a blank path is refused', () => {
  assert.throws(() => assertionFile(''), { message: 'assertion file path is missing or blank' })
})
