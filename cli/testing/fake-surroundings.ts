import type { Surroundings } from '../surroundings.ts'
import { coloursFor } from '../terminal/colours.ts'
import type { Page } from '../terminal/page.ts'

/** 1 November 2026, noon. */
export const noonMs = Date.UTC(2026, 10, 1, 12)

/** What was written, and how it looks to the command. */
function recordingOutput(terminal: { readonly columns: number } | undefined) {
  const written: string[] = []
  return {
    text: () => written.join(''),
    write: (text: string) => written.push(text),
    ...(terminal && { isTTY: true, columns: terminal.columns }),
  }
}

export type FakeSurroundings = Surroundings & {
  /** Everything written to stdout. */
  readonly out: () => string
  /** Everything written to stderr. */
  readonly err: () => string
  /** Presses Ctrl-C. */
  readonly interrupt: () => void
}

/** A world without process, terminal and network, at noon. */
export function fakeSurroundings(
  change: Partial<Surroundings> & {
    readonly input?: string
    readonly terminal?: { readonly columns: number }
  } = {},
): FakeSurroundings {
  const { input = '', terminal, ...rest } = change
  const [stdout, stderr] = [recordingOutput(terminal), recordingOutput(terminal)]
  const listeners = new Set<() => void>()
  return {
    env: {},
    stdout,
    stderr,
    readInput: async () => input,
    now: () => noonMs,
    onInterrupt: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    fetch: () => Promise.reject(new Error('this test has no network')),
    ...rest,
    out: stdout.text,
    err: stderr.text,
    interrupt: () => {
      for (const listener of listeners) listener()
    },
  }
}

/** Without colours, in the given width. */
export function plainPage(width = 80): Page {
  return { width, colours: coloursFor({ write: () => undefined }, {}) }
}
