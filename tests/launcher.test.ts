import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { runProgram } from './support/run-program.ts'
import { root } from './support/run-tool.ts'

const isWindows = process.platform === 'win32'
const launcher = isWindows ? 'agentid.cmd' : 'agentid'

/** On Windows, only a shell starts a batch file. */
function launch(folder: string, args: readonly string[]) {
  const file = join(folder, launcher)
  return isWindows
    ? runProgram('cmd.exe', ['/d', '/c', file, ...args], { cwd: tmpdir() })
    : runProgram(file, args, { cwd: tmpdir() })
}

test('the launcher of a clone starts the command from any folder, with its exit code', async () => {
  const { status, stderr } = await launch(root, ['explain', 'T1-AGNT'])
  assert.equal(status, 1)
  assert.match(stderr, /Nearest rules: T1-AGENT/)
})

test('the launcher of a clone that is not built says what to do', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'agentid clone-'))
  t.after(() => rm(folder, { recursive: true }))
  await copyFile(join(root, launcher), join(folder, launcher))
  const { status, stderr } = await launch(folder, ['--version'])
  assert.equal(status, 2)
  assert.match(stderr, /is not built yet\. Run .npm ci. in .* first\./)
})
