import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import Libsql from 'libsql'
import { asOrdinaryUser } from '../../tests/support/as-ordinary-user.ts'
import { openStateFile } from './index.ts'
import type { StateFileError } from './state-file-error.ts'

const folder = mkdtempSync(join(tmpdir(), 'agentid-state-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
function newFile(content?: string | Buffer): string {
  files += 1
  const file = join(folder, `${files}.db`)
  if (content !== undefined) writeFileSync(file, content, { mode: 0o600 })
  return file
}

/** A state file that was closed well. */
async function stateFile(): Promise<string> {
  const file = newFile()
  const state = await openStateFile(file)
  state.begin([])
  state.close()
  return file
}

async function errorOf(file: string): Promise<StateFileError> {
  try {
    const state = await openStateFile(file)
    state.load()
    state.close()
  } catch (error) {
    assert.ok(error instanceof Error && error.name === 'StateFileError', String(error))
    return error as StateFileError
  }
  return assert.fail(`${file} was opened`)
}

async function mustRefuse(file: string, code: string, message: RegExp): Promise<void> {
  const [before, beside] = [readFileSync(file), readdirSync(folder)]
  const error = await errorOf(file)
  assert.equal(error.code, code)
  assert.match(error.message, message)
  assert.ok(error.message.includes(file), 'the message names the file')
  assert.ok(readFileSync(file).equals(before), 'the file is as it was')
  assert.deepEqual(readdirSync(folder), beside)
}

function sql(file: string, statements: string): void {
  const database = new Libsql(file)
  database.exec(statements)
  database.close()
}

test('a file that is not ours is left as it is', async () => {
  const found = /found something else\. The file is unchanged: name another file with --state/
  await mustRefuse(newFile('{"tenants":[]}'), 'foreign-file', found)
  await mustRefuse(newFile(Buffer.alloc(4096, 7)), 'foreign-file', found)
  await mustRefuse(newFile(''), 'foreign-file', /found an empty file/)
})

test('a database of another program is left as it is', async () => {
  const file = newFile()
  sql(file, 'CREATE TABLE users (name TEXT); PRAGMA user_version = 1')
  await mustRefuse(file, 'foreign-file', /a database of another program/)
})

test('a file of a later version is left as it is', async () => {
  const file = await stateFile()
  sql(file, 'PRAGMA user_version = 7')
  await mustRefuse(file, 'newer-version', /version 1 at most .*, but found version 7/)
})

test('a file with a damaged page is left as it is', async () => {
  const file = await stateFile()
  const content = readFileSync(file)
  content.fill(0xff, 4096)
  writeFileSync(file, content)
  await mustRefuse(file, 'damaged-file', /it is damaged: .*restore a backup of it/)
})

test('a file that was cut off is left as it is', async () => {
  const file = await stateFile()
  writeFileSync(file, readFileSync(file).subarray(0, 8192))
  await mustRefuse(file, 'damaged-file', /it is damaged/)
})

test('a row that is not what was written is named', async () => {
  const file = await stateFile()
  sql(file, "INSERT INTO tenants VALUES (1, 'a', '{\"$no\":1}', '{}')")
  assert.match((await errorOf(file)).message, /row 1 of the table tenants is not what was written/)
  const other = await stateFile()
  sql(other, "INSERT INTO objects VALUES (5, 'a', 'users', 'b', '{}')")
  assert.match((await errorOf(other)).message, /row 5 of the table objects belongs to no tenant/)
})

test('a table or column that is missing, and a column of null, are damage', async () => {
  for (const statements of [
    'DROP TABLE objects',
    'DROP TABLE tenants',
    'DROP TABLE about',
    'ALTER TABLE tenants DROP COLUMN origin',
    'DROP TABLE tenants; CREATE TABLE tenants (number, id, properties, origin); INSERT INTO tenants VALUES (1, NULL, NULL, NULL)',
    "DROP TABLE objects; CREATE TABLE objects (number, tenant, collection, key, value); INSERT INTO objects VALUES (1, 7, NULL, '', '')",
  ]) {
    const file = await stateFile()
    sql(file, statements)
    const { code, message } = await errorOf(file)
    assert.equal(code, 'damaged-file', statements)
    assert.match(message, /restore a backup of it/)
  }
})

test('text that is not UTF-8 is damage', async () => {
  const file = await stateFile()
  sql(file, "INSERT INTO tenants VALUES (1, 'a', CAST(x'7bff7d' AS TEXT), '{}')")
  assert.equal((await errorOf(file)).code, 'damaged-file')
})

test('a write to a file that was removed is refused', async () => {
  const file = await stateFile()
  const state = await openStateFile(file)
  state.remove('nobody')
  rmSync(file)
  assert.throws(() => state.remove('nobody'), { code: 'unusable-file', message: /it was removed/ })
  writeFileSync(file, '')
  assert.throws(() => state.remove('nobody'), { message: /another file took its place/ })
  state.close()
})

test('a folder that is missing is named, and so is a folder in the place of the file', async () => {
  const missing = await errorOf(join(folder, 'nowhere', 'state.db'))
  assert.equal(missing.code, 'unusable-file')
  assert.match(missing.message, /Expected a folder at .*nowhere in which .* Make the folder/)
  const inPlace = newFile()
  mkdirSync(inPlace)
  assert.match((await errorOf(inPlace)).message, /but found a folder/)
})

test('a database that cannot be made says so once, of the file that was named', {
  skip: process.platform === 'win32' && 'Windows has other limits',
}, async () => {
  // SQLite opens no path of more than 512 bytes; the operating system does.
  const deep = join(folder, 'a'.repeat(200), 'b'.repeat(200), 'c'.repeat(100))
  mkdirSync(deep, { recursive: true })
  const file = join(deep, 'state.db')
  const { code, path, message } = await errorOf(file)
  assert.equal(code, 'unusable-file')
  assert.equal(path, file)
  assert.ok(message.startsWith(`Expected ${file} to be a file that can be read and written, but: `))
  assert.match(message, /Make room on the disk and let this user write there, or name another/)
  assert.equal(message.match(/name another file with --state/g)?.length, 1)
  assert.doesNotMatch(message, /Make the folder/)
  assert.deepEqual(readdirSync(deep), [])
})

const noModes = process.platform === 'win32' && 'Windows has no such modes'
test('a file that may not be read says so', { skip: noModes }, async () => {
  const file = await stateFile()
  chmodSync(file, 0o000)
  const { code, message } = await asOrdinaryUser(() => errorOf(file))
  assert.equal(code, 'unusable-file')
  assert.match(message, /EACCES.* Let this user read and write it/)
})

test('a file that others may read is closed to them', {
  skip: process.platform === 'win32',
}, async () => {
  const file = await stateFile()
  chmodSync(file, 0o644)
  const warnings: string[] = []
  const state = await openStateFile(file, { warn: (line) => warnings.push(line) })
  state.close()
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.match(warnings.join(), /was readable by others and is now 0600/)
})

test('a file that a mock has open is refused, in this process and in another', async () => {
  const file = await stateFile()
  const state = await openStateFile(file)
  const here = await errorOf(file)
  assert.equal(here.code, 'in-use')
  assert.match(here.message, /another mock of this process has it open\. Stop that program/)
  assert.match(openElsewhere(file), /in-use .*another program has it open\. Stop that program/)
  state.close()
  assert.equal(openElsewhere(file), 'opened')
})

function openElsewhere(file: string): string {
  const module = JSON.stringify(new URL('../../dist/mock-idp/state/index.js', import.meta.url).href)
  const program = `
    const { openStateFile } = await import(${module})
    try {
      (await openStateFile(${JSON.stringify(file)})).close()
      console.log('opened')
    } catch (error) {
      console.log(error.code, error.message)
    }`
  const args = ['--input-type=module', '--eval', program]
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  return spawnSync(process.execPath, args, { cwd, encoding: 'utf8' }).stdout.trim()
}
