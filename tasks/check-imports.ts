import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { root, runNode, toolPath } from '../tests/support/run-tool.ts'
import { climbingImports } from './climbing-imports.ts'

const places = [
  'wire',
  'look',
  'programs',
  'mock-idp',
  'client',
  'msw',
  'judge',
  'redirect',
  'reports',
  'provision',
  'evidence',
  'engine',
  'steps',
  'proofs',
  'cli',
  'index.ts',
  'portable.ts',
  'tests',
  'bench',
  'tasks',
]
/** Fewer modules than this mean that the tool looked past the sources, and a green answer means nothing. */
const fewestModules = 500

type Cruise = {
  readonly modules: readonly {
    readonly source: string
    readonly dependencies: readonly { readonly resolved: string }[]
  }[]
  readonly summary: Summary
}

type Summary = {
  readonly totalCruised: number
  readonly violations: readonly {
    readonly from: string
    readonly to: string
    readonly rule: { readonly name: string }
  }[]
}

/** Import directions, and a planted violation that shows the tool sees them. */
export async function checkImports(): Promise<readonly string[]> {
  const { summary, modules } = await cruise(places)
  const { totalCruised, violations } = summary
  const found = violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`)
  if (totalCruised < fewestModules) found.push(`only ${totalCruised} modules were seen`)
  found.push(...climbingImports(modules.filter(isRead).map(importsOf)))
  if (!(await seesPlantedViolation())) found.push('a planted violation was not seen')
  return found
}

type Module = Cruise['modules'][number]

/** Test files and the `testing` folders beside the code may look anywhere. */
function isRead({ source }: Module): boolean {
  return !/\.test\.ts$|(^|\/)testing\/|node_modules/.test(source)
}

function importsOf({ source, dependencies }: Module) {
  return { file: source, imports: dependencies.map(({ resolved }) => resolved) }
}

async function seesPlantedViolation(): Promise<boolean> {
  const folder = await mkdtemp(join(root, 'mock-idp', 'rules', 'planted-'))
  try {
    const file = join(folder, 'planted.ts')
    await writeFile(file, "export { createDirectory } from '../../directory/directory.ts'\n")
    const { summary } = await cruise([relative(root, file)])
    return summary.violations.some(({ rule }) => rule.name === 'rules-import-nothing')
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function cruise(what: readonly string[]): Promise<Cruise> {
  const tool = toolPath('dependency-cruiser', 'bin/dependency-cruise.mjs')
  const { output } = await runNode([tool, '--output-type', 'json', ...what])
  const start = output.indexOf('{')
  if (start < 0) throw new Error(output)
  return JSON.parse(output.slice(start)) as Cruise
}
