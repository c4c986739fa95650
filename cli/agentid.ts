#!/usr/bin/env node
import { nodeProblem } from './node-problem.ts'
import { readVersion } from './version.ts'

/** `agentid rules | head`: the reader closed the pipe, which is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const args = process.argv.slice(2)
const [option, ...more] = args
// To say the version, the commands need not be loaded.
const asksForVersion = more.length === 0 && (option === '--version' || option === '-V')
const exitCode = asksForVersion ? sayVersion() : await runOrExplain()
// Not process.exit: what was written to a pipe may not be through it yet.
if (exitCode !== 0) process.exitCode = exitCode

function sayVersion(): number {
  process.stdout.write(`${readVersion()}\n`)
  return 0
}

/** What the commands import may not even load on an older Node. */
async function runOrExplain(): Promise<number> {
  const problem = nodeProblem(process.versions.node)
  if (problem === undefined) return runCommand()
  process.stderr.write(`agentid: ${problem}\n`)
  return 2
}

async function runCommand(): Promise<number> {
  const [{ run }, { processSurroundings }] = await Promise.all([
    import('./program.ts'),
    import('./surroundings.ts'),
  ])
  return run(args, processSurroundings())
}
