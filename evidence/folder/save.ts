import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { EvidenceError, reasonOf } from '../evidence-error.ts'
import { type EvidenceSet, indexSchema, scenarioSchema } from '../format.ts'
import { createLeakFinder } from '../leaks/find-leaks.ts'
import { indexFile, readIndex } from './read.ts'

/**
 * Checks, before anything is sent, whether evidence may be written there: the folder is missing, empty, or contains
 * evidence, which is then replaced.
 * @throws {EvidenceError}
 */
export async function checkEvidenceFolder(folder: string): Promise<string> {
  const path = resolve(folder)
  const names = await namesIn(path)
  if (names.length > 0 && !(await holdsEvidence(path))) {
    throw new EvidenceError(
      `${path} must be empty or a folder of evidence; name another folder with --save-evidence`,
    )
  }
  try {
    await mkdir(dirname(path), { recursive: true })
    await rmdir(await mkdtemp(`${path}.`))
    return path
  } catch (error) {
    throw new EvidenceError(
      `cannot write evidence beside ${path}: ${reasonOf(error)}; name another folder with --save-evidence`,
    )
  }
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new EvidenceError(`cannot read ${path}: ${reasonOf(error)}`)
  }
}

async function holdsEvidence(path: string): Promise<boolean> {
  try {
    await readIndex(path)
    return true
  } catch {
    return false
  }
}

/**
 * Writes every file, or none: the old content stays until everything is written. If any file contains data of the
 * tenant, nothing is written.
 * @param sensitive ids, secrets and tokens of the run
 * @param publicTexts texts of the features
 * @throws {EvidenceError} that names the places of such data, never the data
 */
export async function saveEvidence(
  { index, scenarios }: EvidenceSet,
  folder: string,
  sensitive: readonly string[],
  publicTexts: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const contents = [
    { name: indexFile, content: indexSchema.parse(index) },
    ...scenarios.map((scenario, number) => ({
      name: index.scenarios[number]?.file ?? '',
      content: scenarioSchema.parse(scenario),
    })),
  ]
  const known = new Set([...publicTexts, ...namedAfter(index, publicTexts)])
  mustNotLeak(contents, createLeakFinder(sensitive, known))
  const path = resolve(folder)
  const partial = nameBeside(path, 'partial')
  try {
    for (const { name, content } of contents) {
      const file = join(partial, name)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, `${JSON.stringify(content, null, 2)}\n`)
    }
    await replace(path, partial)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw new EvidenceError(`cannot write evidence to ${path}: ${reasonOf(error)}`)
  }
  return contents.map(({ name }) => join(path, name))
}

/** Files are named after their scenarios. */
function namedAfter(
  { scenarios }: EvidenceSet['index'],
  publicTexts: ReadonlySet<string>,
): readonly string[] {
  return scenarios.filter(({ title }) => publicTexts.has(title)).map(({ file }) => file)
}

function mustNotLeak(
  contents: readonly { readonly name: string; readonly content: unknown }[],
  find: ReturnType<typeof createLeakFinder>,
): void {
  const found = contents.flatMap(({ name, content }) =>
    find(content).map(({ place, what }) => `${name}: ${place} contains ${what}`),
  )
  if (found.length === 0) return
  const [shown, more] = [found.slice(0, 10), found.length - 10]
  throw new EvidenceError(
    [
      'wrote no evidence, because it would reveal data of the tenant. This is a bug in this tool; please report these places:',
      ...shown.map((line) => `  ${line}`),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ].join('\n'),
  )
}

/** A name that nobody else has given to anything. */
function nameBeside(path: string, what: 'partial' | 'old'): string {
  return `${path}.${randomUUID()}.${what}`
}

async function replace(path: string, by: string): Promise<void> {
  const old = nameBeside(path, 'old')
  const existed = await rename(path, old).then(
    () => true,
    () => false,
  )
  try {
    await rename(by, path)
  } catch (error) {
    if (existed) await rename(old, path)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}
