import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCommonJs } from './build-commonjs.mjs'

// npx builds a clone anew when it first runs its command. What runs from dist meanwhile must not notice, so the
// compiler writes elsewhere, and only files that differ are moved in.
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const stamp = join(root, 'node_modules', '.built-from')
const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8'))

// What is built already is not built again: npx, npm ci and the tests all ask for it.
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== state()) build()

function build() {
  const fresh = mkdtempSync(join(root, 'node_modules', '.build-'))
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status === 0) {
    buildCommonJs(fresh)
    const built = filesIn(fresh)
    for (const file of built) moveIfDifferent(join(fresh, file), join(dist, file))
    for (const file of filesIn(dist)) if (!built.includes(file)) rmSync(join(dist, file))
    chmodSync(join(dist, 'cli', 'agentid.js'), 0o755)
    writeFileSync(stamp, state())
  }
  rmSync(fresh, { recursive: true })
  process.exitCode = status ?? 1
}

/** Of the sources, of what compiles them and of what was built. */
function state() {
  const hash = createHash('sha256')
  const folders = include.map((pattern) => pattern.split('/', 1)[0])
  const files = [
    ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'tasks/build-commonjs.mjs'],
    ...folders.flatMap((name) =>
      name.endsWith('.ts') ? [name] : filesIn(join(root, name)).map((file) => join(name, file)),
    ),
    ...filesIn(dist).map((file) => join('dist', file)),
  ]
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

function moveIfDifferent(from, to) {
  if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) return
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
}
