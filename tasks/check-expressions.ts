import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { type Literal, literalsIn } from './regular-expressions.ts'

/**
 * Folders of which expressions meet text that others chose. The sentences of steps only meet our own features.
 */
const folders =
  'adapters cli client engine evidence judge mock-idp msw provision redirect reports wire'.split(
    ' ',
  )

/** Expressions that `recheck` found linear, or of which it found no attack: to look for one can take seconds each. */
const keptFile = 'tasks/linear-expressions.json'

const timeoutMs = 3000

/** Every regular expression of the product needs a time that grows with the text, not with its square. */
export async function checkExpressions(): Promise<readonly string[]> {
  const kept = new Set(JSON.parse(readFileSync(keptFile, 'utf8')) as string[])
  const all = unboundedLiterals()
  const stale = [...kept].filter((text) => !all.has(text))
  const fresh = [...all.values()].filter(({ text }) => !kept.has(text))
  const problems = await attackable(fresh)
  const isWhole = stale.length === 0 && fresh.length === 0
  if (problems.length > 0 || isWhole) return problems
  return [`${keptFile} is out of date; run 'node --import tsx tasks/check-expressions.ts --keep'`]
}

/** By their text. Without `*`, `+` or `{n,}` an expression looks only at so many characters. */
function unboundedLiterals(): ReadonlyMap<string, Literal> {
  const files = execFileSync('git', ['ls-files', ...folders], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|cjs|mjs)$/.test(file) && !/\.test\.|\/testing\//.test(file))
  const unbounded = literalsIn(files).filter(({ text }) => /[*+]|\{\d+,\}/.test(text))
  return new Map(unbounded.map((literal) => [literal.text, literal]))
}

async function attackable(literals: readonly Literal[]): Promise<readonly string[]> {
  if (literals.length === 0) return []
  // The implementation in JavaScript: the others are binaries, or need Java.
  process.env.RECHECK_SYNC_BACKEND = 'pure'
  const { checkSync } = await import('recheck')
  return literals.flatMap(({ place, text, pattern }) => {
    const found = checkSync(pattern.source, pattern.flags, { timeout: timeoutMs })
    if (found.status !== 'vulnerable') return []
    const { complexity, attack } = found
    return [`${place}: ${text} takes ${complexity.summary} time, such as for ${attack.pattern}`]
  })
}

if (process.argv.includes('--keep')) {
  const all = unboundedLiterals()
  const problems = await attackable([...all.values()])
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  if (problems.length === 0) {
    writeFileSync(keptFile, `${JSON.stringify([...all.keys()].sort(), null, 2)}\n`)
  }
  process.exitCode = problems.length === 0 ? 0 : 1
}
