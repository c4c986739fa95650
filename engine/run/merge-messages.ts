import type { Envelope } from '@cucumber/messages'
import { printableLines } from '../../wire/printable.ts'

/** Messages about the run as a whole, which every group repeats and the merged stream has once. */
const saidOnce: readonly (keyof Envelope)[] = [
  'meta',
  'testRunStarted',
  'stepDefinition',
  'parameterType',
  'hook',
]

/** Merges the message streams of parallel groups of features into one, as Cucumber would write it. */
export function mergeMessages(write: (line: string) => void) {
  let leading: ((envelope: Envelope) => void) | undefined
  let success = true
  let ending: Envelope | undefined
  const tell = (envelope: Envelope) => write(`${printableLines(JSON.stringify(envelope))}\n`)
  return {
    /** The listener for the messages of one more group. */
    forGroup: (): ((envelope: Envelope) => void) => {
      const listen = (envelope: Envelope) => {
        if (envelope.testRunFinished) {
          success &&= envelope.testRunFinished.success
          ending = envelope
          return
        }
        const isShared = saidOnce.some((kind) => envelope[kind] !== undefined)
        if (!isShared || leading === listen) tell(envelope)
      }
      leading ??= listen
      return listen
    },
    finish: (): void => {
      const { testRunFinished } = ending ?? {}
      if (testRunFinished) tell({ testRunFinished: { ...testRunFinished, success } })
    },
  }
}
