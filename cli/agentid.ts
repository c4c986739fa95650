#!/usr/bin/env node
import { run } from './program.ts'
import { processSurroundings } from './surroundings.ts'

/** `agentid rules | head`: the reader closed the pipe, which is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const exitCode = await run(process.argv.slice(2), processSurroundings())
// Not process.exit: what was written to a pipe may not be through it yet.
if (exitCode !== 0) process.exitCode = exitCode
