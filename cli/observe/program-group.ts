import { endOnExit, type StartedProgram } from '../../programs/index.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** As long as container runtimes wait. */
const graceMs = 10_000

/**
 * Hands the signals of this process on to a program, which has a group of its own and would not get a Ctrl-C.
 * The second one ends it, and so does time. Returns how to stop.
 */
export function handSignalsOn(program: StartedProgram, tell: (text: string) => void): () => void {
  let grace: NodeJS.Timeout | undefined
  const handOn = (signal: NodeJS.Signals) => {
    if (grace !== undefined) return program.end()
    tell(`passing ${signal} on to the program; repeat it to end the program at once`)
    grace = setTimeout(program.end, graceMs)
    program.signal(signal)
  }
  for (const signal of signals) process.on(signal, handOn)
  const forget = endOnExit(program)
  return () => {
    clearTimeout(grace)
    for (const signal of signals) process.off(signal, handOn)
    forget()
  }
}
