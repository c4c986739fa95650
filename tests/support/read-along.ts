import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Block, blocksOf, useOf } from './documentation-blocks.ts'
import { runProgram } from './run-program.ts'
import { root } from './run-tool.ts'
import { type ServedMock, serveMockIn } from './served-mock.ts'

/** Pages show the paths and the shell of Linux. */
export const reasonToSkip = process.platform !== 'linux' && 'the pages show the paths of Linux'

/** A reader: a home, a clone of their own, and a server that was started. */
export type Reader = {
  /** Pastes every block of a page into a shell, in its order; answers what was printed. */
  readonly follow: (page: string) => Promise<string>
  readonly leave: () => Promise<void>
}

export async function openReader(): Promise<Reader> {
  const home = await mkdtemp(join(tmpdir(), 'agentid-home-'))
  // Without XDG_DATA_HOME the data folder is where the pages say it is on Linux.
  const server = await serveMockIn(join(home, '.local/share/agentid-conformance'))
  const clone = await cloneIn(home)
  return {
    follow: async (page) => {
      const text = await readFile(join(root, page), 'utf8')
      const blocks = blocksOf(onFreePorts(text, server))
      await saveFiles(blocks, clone)
      const output = await paste(await scriptOf(blocks, clone), { home, clone })
      for (const line of promised(blocks)) assert.ok(output.includes(line), missing(line, output))
      return output
    },
    leave: async () => {
      await server.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Others may use the ports that the pages name. */
function onFreePorts(page: string, { authorityHost, httpUrl }: ServedMock): string {
  return page
    .replaceAll('https://localhost:8443', authorityHost)
    .replaceAll('http://127.0.0.1:8080', httpUrl)
}

/** A copy of the clone, and an `npx` that starts what is built instead of building it anew. */
async function cloneIn(home: string): Promise<string> {
  const clone = join(home, 'clone')
  const left = ['.git', 'node_modules', 'dist']
  await cp(root, clone, { recursive: true, filter: (path) => !left.includes(basename(path)) })
  for (const name of ['node_modules', 'dist']) await symlink(join(root, name), join(clone, name))
  await mkdir(join(home, 'bin'))
  await writeFile(join(home, 'bin/npx'), npx, { mode: 0o755 })
  return clone
}

const npx = `#!/bin/sh
name=$1; shift
[ "$name" = agentid ] && exec '${process.execPath}' '${join(root, 'dist/cli/agentid.js')}' "$@"
exec '${join(root, 'node_modules/.bin')}'/"$name" "$@"
`

async function saveFiles(blocks: readonly Block[], clone: string): Promise<void> {
  for (const block of blocks) {
    const use = useOf(block)
    if (use.kind === 'file') await writeFile(join(clone, use.name), block.text)
  }
}

async function scriptOf(blocks: readonly Block[], clone: string): Promise<string> {
  const parts: string[] = []
  for (const [at, block] of blocks.entries()) {
    const use = useOf(block)
    if (use.kind !== 'run') continue
    const command = block.language === 'sh' ? block.text : await moduleOf(block, clone, at)
    parts.push(use.exitCode === 0 ? command : ending(command, use.exitCode))
  }
  return parts.join('\n')
}

async function moduleOf({ text }: Block, clone: string, at: number): Promise<string> {
  const name = `block-${at}.mjs`
  await writeFile(join(clone, name), text)
  return `node ${name}`
}

function ending(command: string, exitCode: number): string {
  return `set +e\n( set -e\n${command}\n)\ncode=$?\nset -e\n[ $code = ${exitCode} ] || { echo "exit code $code" >&2; exit 1; }`
}

type Place = { readonly home: string; readonly clone: string }

async function paste(script: string, { home, clone }: Place): Promise<string> {
  const env = {
    HOME: home,
    XDG_DATA_HOME: undefined,
    NO_COLOR: '1',
    PATH: `${join(home, 'bin')}:${process.env.PATH}`,
  }
  const args = ['-euo', 'pipefail', '-c', script]
  const { status, stdout, stderr } = await runProgram('bash', args, { env, cwd: clone })
  const output = `${stdout}\n${stderr}`
  assert.equal(status, 0, output)
  return output
}

/** The lines that the page shows as output. One with an ellipsis is left out in part. */
function promised(blocks: readonly Block[]): readonly string[] {
  return blocks
    .filter((block) => useOf(block).kind === 'output')
    .flatMap(({ text }) => text.split('\n'))
    .flatMap((line) => line.split('…'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function missing(line: string, output: string): string {
  return `the page shows output that does not come: ${line}\n\nThis came:\n${output}`
}
