import { twoRunners } from '../two-runners.ts'

/** `node --import tsx proofs/runs/two-runners.ts [FILE…]`: agentid conformance and cucumber-js, scenario by scenario. */
const found: { readonly scenarios: number; readonly problems: readonly string[] }[] = []
for await (const { profile, scenarios, problems } of twoRunners(process.argv.slice(2))) {
  found.push({ scenarios, problems })
  process.stdout.write(`${profile}: ${scenarios} scenarios, ${problems.length} end differently\n`)
  for (const problem of problems) process.stdout.write(`  ${problem}\n`)
}
const count = found.reduce((sum, { scenarios }) => sum + scenarios, 0)
const failed = found.reduce((sum, { problems }) => sum + problems.length, 0)
process.stdout.write(`${count - failed} passed, ${failed} failed, 0 not testable\n`)
process.exitCode = failed === 0 ? 0 : 1
