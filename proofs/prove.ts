import { parseArgs } from 'node:util'
import {
  failuresIn,
  type PartResult,
  reasonsToSkip,
  runParts,
  scoresIn,
} from '../tests/support/run-parts.ts'
import { runNode } from '../tests/support/run-tool.ts'
import { parseShard } from '../tests/support/shard.ts'
import { type Proof, proofs } from './index.ts'
import { costOf, type Share, sharesOf } from './shards.ts'

/** `npm run prove [-- [--list] [--only NAME]… [--shard 1/4]]` */
const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    shard: { type: 'string', default: '1/1' },
  },
})

type Run = { readonly share: Share; readonly name: string; readonly args: readonly string[] }
type Result = PartResult<Run>

const runs = chosenRuns()
process.exitCode = values.list ? list() : await prove()

function chosenRuns(): readonly Run[] {
  try {
    const chosen = values.only ? values.only.map(proofCalled) : proofs
    return sharesOf(chosen, parseShard(values.shard)).map(runOf)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    process.stderr.write(`prove: ${error.message}\n`)
    process.exit(2)
  }
}

function proofCalled(name: string): Proof {
  const proof = proofs.find((one) => one.name === name)
  if (proof) return proof
  throw new TypeError(`no proof is called ${name}; npm run prove -- --list names them all`)
}

function runOf(share: Share): Run {
  const { proof, part, parts } = share
  const isTests = proof.args[0] === 'tests/files.ts' || proof.args[0]?.endsWith('-tests.ts')
  const args = [
    ...(isTests ? ['--test-reporter=spec'] : []),
    ...proof.args,
    ...(parts > 1 ? ['--part', `${part}/${parts}`] : []),
  ]
  const name = parts > 1 ? `${proof.name} ${part}/${parts}` : proof.name
  return { share, name, args, ...(proof.env && { env: proof.env }) }
}

function list(): number {
  for (const { share, name } of runs) {
    say(`${name.padEnd(24)} ${costOf(share).toFixed(0).padStart(4)} s  ${share.proof.claim}`)
  }
  return 0
}

async function prove(): Promise<number> {
  const started = performance.now()
  const build = await runNode(['tasks/build.mjs'])
  if (build.status !== 0) throw new Error(`the build failed:\n${build.output}`)
  say(`${runs.length} runs, of about ${total().toFixed(0)} CPU seconds`)
  const results = await runParts(runs, report)
  say(`${((performance.now() - started) / 1000).toFixed(1)} s`)
  for (const line of scoreLines(results)) say(line)
  const broken = new Set(results.filter(({ isGood }) => !isGood).map(proofNameOf))
  const held = new Set(results.map(proofNameOf)).size - broken.size
  const skipped = results.reduce((total, { counts }) => total + counts.skipped, 0)
  say(`proofs: ${held} held, ${broken.size} broken, ${skipped} tests skipped`)
  return broken.size === 0 && held > 0 ? 0 : 1
}

function report({ part: { name, share }, isGood, counts, output, seconds }: Result): void {
  const { proof } = share
  const mark = isGood ? 'held  ' : 'BROKEN'
  say(
    `${mark} ${name}: ${counts.passed} of ${counts.passed + counts.failed} (${seconds.toFixed(1)} s)`,
  )
  for (const reason of reasonsToSkip(output)) say(`         ${reason.trim()}`)
  if (isGood) return
  say(failuresIn(output))
  say(`BROKEN ${name}, expected: ${proof.claim}`)
  say(`  run only this one with: npm run prove -- --only ${proof.name}`)
}

/** Over all parts that ran here: `broken clients: caught 88 of 88`. */
function scoreLines(results: readonly Result[]): readonly string[] {
  const scores = results.flatMap(({ output }) => scoresIn(output))
  return [...new Set(scores.map(({ what }) => what))].map((what) => {
    const same = scores.filter((score) => score.what === what)
    const [found, of] = [same.map((one) => one.found), same.map((one) => one.of)].map((numbers) =>
      numbers.reduce((a, b) => a + b, 0),
    )
    return `${what} ${found} of ${of}`
  })
}

function total(): number {
  return runs.reduce((sum, { share }) => sum + costOf(share), 0)
}

function proofNameOf({ part }: Result): string {
  return part.share.proof.name
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
