import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// npx builds a clone anew when it first runs its command. What runs from dist meanwhile must not notice, so the
// compiler writes elsewhere, and only files that differ are moved in.
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const fresh = mkdtempSync(join(root, 'node_modules', '.build-'))

const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh]
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
if (status === 0) {
  const built = filesIn(fresh)
  for (const file of built) moveIfDifferent(join(fresh, file), join(dist, file))
  for (const file of filesIn(dist)) if (!built.includes(file)) rmSync(join(dist, file))
  chmodSync(join(dist, 'cli', 'agentid.js'), 0o755)
}
rmSync(fresh, { recursive: true })
process.exitCode = status ?? 1

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
