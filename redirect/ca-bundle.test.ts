import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openCaBundle } from './ca-bundle.ts'

let folder = ''
let caFile = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-'))
  caFile = join(folder, 'ca.pem')
  await writeFile(caFile, 'THE MOCK\n')
})
after(() => rm(folder, { recursive: true }))

test('a bundle holds what was trusted before and the authority of the mock', async () => {
  const inherited = join(folder, 'corporate.pem')
  await writeFile(inherited, 'CORPORATE')
  const bundle = await openCaBundle(caFile, inherited)
  assert.equal(await readFile(bundle.file, 'utf8'), 'CORPORATE\nTHE MOCK\n')
  await bundle.remove()
  assert.equal(existsSync(bundle.file), false)
  assert.equal(await readFile(inherited, 'utf8'), 'CORPORATE')
})

test('without anything to add, the file of the mock serves, and stays', async () => {
  for (const inherited of [undefined, '', caFile, join(folder, 'missing.pem')]) {
    const bundle = await openCaBundle(caFile, inherited)
    assert.equal(bundle.file, caFile)
    await bundle.remove()
    assert.equal(existsSync(caFile), true)
  }
})
