import type { StartedProgram } from './started-program.ts'

const open = new Set<StartedProgram>()
const obeying = new Set<StartedProgram>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ends a program when this process exits, unless it was ended before. Returns how to forget it. */
export function endOnExit(program: StartedProgram): () => void {
  if (open.size === 0) process.on('exit', endOpen)
  open.add(program)
  return () => {
    open.delete(program)
    if (open.size === 0) process.off('exit', endOpen)
  }
}

/**
 * The same, and a signal ends both it and this process: the terminal's Ctrl-C does not reach another process
 * group, which would outlive this process.
 */
export function obeySignals(program: StartedProgram): () => void {
  const forget = endOnExit(program)
  if (obeying.size === 0) for (const signal of signals) process.on(signal, endObeying)
  obeying.add(program)
  return () => {
    forget()
    if (!obeying.delete(program)) return
    if (obeying.size === 0) for (const signal of signals) process.off(signal, endObeying)
  }
}

function endOpen(): void {
  for (const program of open) program.end()
}

function endObeying(signal: NodeJS.Signals): void {
  for (const program of obeying) program.end()
  obeying.clear()
  for (const each of signals) process.off(each, endObeying)
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}
