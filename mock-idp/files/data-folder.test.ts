import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import {
  defaultDataFolder,
  openDataFolder,
  publishFile,
  readPrivateFile,
  replaceFile,
  succeedFile,
} from './data-folder.ts'

const posix = process.platform === 'win32' ? 'Windows has no POSIX modes' : false

test('the default folder belongs to the user and to this product', () => {
  assert.ok(isAbsolute(defaultDataFolder()))
  assert.match(defaultDataFolder(), /agentid-conformance/)
})

test('a new folder is for its user alone', { skip: posix }, async (t) => {
  const folder = await openDataFolder(join(await temporaryFolder(t), 'with space', 'deep'))
  assert.equal((await stat(folder)).mode & 0o777, 0o700)
})

test('a folder that is a file is refused with what to do', async (t) => {
  const path = join(await temporaryFolder(t), 'file')
  await writeFile(path, '')
  const expected = { name: 'DataFolderError', code: 'unusable-folder', path, message: /--ca-dir/ }
  await assert.rejects(openDataFolder(path), expected)
})

test('a folder below a file is refused', async (t) => {
  const path = join(await temporaryFolder(t), 'file')
  await writeFile(path, '')
  await assert.rejects(openDataFolder(join(path, 'keys')), { code: 'unusable-folder' })
})

test('a folder that cannot be written is refused', { skip: unwritableSkip() }, async (t) => {
  const folder = await temporaryFolder(t)
  await chmod(folder, 0o500)
  await assert.rejects(openDataFolder(folder), { code: 'unusable-folder', path: folder })
})

test('a write that fails names the file and leaves nothing behind', async (t) => {
  const file = join(await temporaryFolder(t), 'missing', 'file')
  await assert.rejects(replaceFile(file, 'content'), { code: 'unusable-folder', path: file })
})

test('of many that publish one file at once all get the same content', async (t) => {
  const folder = await temporaryFolder(t)
  const file = join(folder, 'file')
  const contents = Array.from({ length: 20 }, (_, index) => `content ${index}`)
  const agreed = await Promise.all(contents.map((content) => publishFile(file, content)))
  assert.equal(new Set(agreed).size, 1)
  assert.equal(await readFile(file, 'utf8'), agreed[0])
  assert.deepEqual(await readdir(folder), ['file'])
})

test('of many that succeed one content at once all get the same successor', async (t) => {
  const file = join(await temporaryFolder(t), 'file')
  await publishFile(file, 'old')
  const contents = Array.from({ length: 20 }, (_, index) => `new ${index}`)
  const agreed = await Promise.all(contents.map((content) => succeedFile(file, 'old', content)))
  assert.equal(new Set(agreed).size, 1)
  assert.equal(await readFile(file, 'utf8'), agreed[0])
  assert.equal(await succeedFile(file, 'old', 'late'), agreed[0])
})

test('written files are for their user alone', { skip: posix }, async (t) => {
  const file = join(await temporaryFolder(t), 'file')
  await publishFile(file, 'first')
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  await replaceFile(file, 'second')
  assert.equal((await stat(file)).mode & 0o777, 0o600)
})

test('a file that others can read is closed to them, and that is said', {
  skip: posix,
}, async (t) => {
  const file = join(await temporaryFolder(t), 'file')
  await writeFile(file, 'secret', { mode: 0o644 })
  const warnings: string[] = []
  assert.equal(await readPrivateFile(file, (message) => warnings.push(message)), 'secret')
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.equal(warnings.length, 1)
  assert.ok(warnings[0]?.startsWith(file))
})

test('a file that is not there reads as undefined', async (t) => {
  assert.equal(await readPrivateFile(join(await temporaryFolder(t), 'none')), undefined)
})

function unwritableSkip(): string | false {
  if (process.getuid?.() === 0) return 'root may write everywhere'
  return posix
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('a folder that everybody can write to is refused', { skip: posix }, async (t) => {
  const folder = await temporaryFolder(t)
  await chmod(folder, 0o777)
  await assert.rejects(openDataFolder(folder), {
    code: 'unusable-folder',
    message: /every user of this machine can write to it \(mode 777\).*--ca-dir/,
  })
  await chmod(folder, 0o1777)
  await assert.rejects(openDataFolder(folder), { code: 'unusable-folder' })
  await chmod(folder, 0o750)
  assert.equal(await openDataFolder(folder), folder)
})

test('without a home there is no default folder', { skip: posix }, async () => {
  const module = new URL('data-folder.ts', import.meta.url).href
  const script = `import('${module}').then((one) => one.defaultDataFolder()).catch((error) => console.log(error.message))`
  const { XDG_DATA_HOME: _, ...env } = process.env
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--eval', script],
    { env: { ...env, HOME: '' } },
  )
  assert.match(stdout, /HOME or XDG_DATA_HOME is empty or relative.*--ca-dir/)
})
