import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../tests/support/run-program.ts'
import { root } from '../tests/support/run-tool.ts'

/** `npm run helpers`: the test helpers, each in the test tool of its language, on the package as it would be published. */
const javascript = join(root, 'examples', 'javascript')
const { npm_execpath: npmFile } = process.env
const npm = npmFile ? [process.execPath, npmFile] : ['npm']
const bin = (name: string) => join(javascript, 'node_modules', '.bin', name)
const temporary = await mkdtemp(join(tmpdir(), 'agentid-helpers-'))
const environment = join(temporary, 'python')
const venvBin = join(environment, process.platform === 'win32' ? 'Scripts' : 'bin')

type Helper = {
  readonly name: string
  /** A program that has to be there, and how to ask for it. */
  readonly needs: readonly string[]
  readonly folder: string
  readonly steps: readonly (readonly string[])[]
}

const helpers: readonly Helper[] = [
  {
    name: 'vitest, jest and playwright',
    needs: [...npm, '--version'],
    folder: javascript,
    steps: [
      [bin('tsc'), '--noEmit'],
      [bin('vitest'), 'run'],
      [bin('jest')],
      [bin('playwright'), 'test'],
    ],
  },
  {
    name: 'pytest',
    needs: ['python3', '-c', 'import ensurepip, venv'],
    folder: join(root, 'python'),
    steps: [
      ['python3', '-m', 'venv', environment],
      [join(venvBin, 'pip'), 'install', '--quiet', '--disable-pip-version-check', '.'],
      [join(venvBin, 'pytest'), '--quiet', '-p', 'no:cacheprovider'],
    ],
  },
  {
    name: 'go',
    needs: ['go', 'version'],
    folder: join(root, 'go'),
    steps: [
      ['go', 'vet', './...'],
      ['go', 'test', '-count=1', './...'],
    ],
  },
  {
    name: 'junit',
    needs: ['mvn', '--version'],
    folder: join(root, 'java'),
    steps: [['mvn', '--quiet', '--batch-mode', '--no-transfer-progress', 'test']],
  },
]

const env = {
  ...process.env,
  AGENTID_COMMAND: `${process.execPath} ${join(root, 'dist/cli/agentid.js')}`,
}
const counts = { passed: 0, failed: 0, skipped: 0 }
const started = performance.now()
try {
  await unpackForJavaScript()
  for (const outcome of await Promise.all(helpers.map(outcomeOf))) counts[outcome] += 1
} finally {
  await rm(temporary, { recursive: true, force: true })
}
say(`${secondsSince(started)} s`)
say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed === 0 ? 0 : 1

async function outcomeOf({ name, needs, folder, steps }: Helper): Promise<keyof typeof counts> {
  if (!(await run(needs, root)).isGood) {
    say(`skipped ${name}: ${needs.join(' ')} fails here`)
    return 'skipped'
  }
  const begun = performance.now()
  for (const step of steps) {
    const { isGood, output } = await run(step, folder)
    if (isGood) continue
    say(`FAIL ${name}: ${step.join(' ')}\n${output}`)
    return 'failed'
  }
  say(`ok   ${name} (${secondsSince(begun)} s)`)
  return 'passed'
}

/** The package as npm packs it, beside the tools of the example, as if it were installed. */
async function unpackForJavaScript(): Promise<void> {
  if (!existsSync(join(javascript, 'node_modules', '.package-lock.json'))) {
    await demand([...npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], javascript)
  }
  const pack = [...npm, 'pack', '--ignore-scripts', '--json', '--pack-destination', temporary]
  const [{ filename = '' } = {}] = JSON.parse(await demand(pack, root)) as { filename: string }[]
  const target = join(javascript, 'node_modules', 'agentid-conformance')
  await rm(target, { recursive: true, force: true })
  await mkdir(target)
  const tar = ['tar', '-xzf', join(temporary, filename), '-C', target, '--strip-components', '1']
  await demand(tar, root)
}

async function demand(command: readonly string[], folder: string): Promise<string> {
  const { isGood, output, stdout } = await run(command, folder)
  if (!isGood) throw new Error(`${command.join(' ')} in ${folder} failed:\n${output}`)
  return stdout
}

async function run([program = '', ...args]: readonly string[], cwd: string) {
  try {
    const { status, stdout, stderr } = await runProgram(program, args, { cwd, env })
    return { isGood: status === 0, stdout, output: `${stdout}${stderr}` }
  } catch (error) {
    return { isGood: false, stdout: '', output: String(error) }
  }
}

function secondsSince(begun: number): string {
  return ((performance.now() - begun) / 1000).toFixed(1)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
