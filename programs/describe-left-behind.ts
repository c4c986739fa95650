import { printable } from '../wire/printable.ts'
import type { ProcessName } from './linux-processes.ts'

/** Who still held the output of a program open after it had exited. */
export function describeLeftBehind(program: string, holders: readonly ProcessName[]): string {
  const what = `${program} exited, but a process that it started kept its output open`
  if (holders.length === 0) {
    return `${what}, so the rest of that output is not read, and the process may still run`
  }
  const names = holders.map(({ pid, name }) => `${printable(name)} (pid ${pid})`)
  return `${what} and was ended: ${names.join(', ')}`
}
