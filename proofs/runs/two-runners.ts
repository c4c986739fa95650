import { parseArgs } from 'node:util'
import { parseShard, partOf } from '../../tests/support/shard.ts'
import { readFeatures } from '../read-features.ts'
import { twoRunners } from '../two-runners.ts'

/**
 * `node --import tsx proofs/runs/two-runners.ts [--part 1/2] [FILE…]`: agentid conformance and cucumber-js, scenario by
 * scenario. A part is some of the files.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: 'string', default: '1/1' } },
})
const files = positionals.length > 0 ? positionals : readFeatures().map(({ path }) => path)
const mine = partOf(files, parseShard(values.part))

const found: { readonly scenarios: number; readonly problems: readonly string[] }[] = []
for await (const { profile, scenarios, problems } of twoRunners(mine)) {
  found.push({ scenarios, problems })
  process.stdout.write(`${profile}: ${scenarios} scenarios, ${problems.length} end differently\n`)
  for (const problem of problems) process.stdout.write(`  ${problem}\n`)
}
const count = found.reduce((sum, { scenarios }) => sum + scenarios, 0)
const failed = found.reduce((sum, { problems }) => sum + problems.length, 0)
process.stdout.write(`${count - failed} passed, ${failed} failed, 0 not testable\n`)
process.exitCode = failed === 0 ? 0 : 1
