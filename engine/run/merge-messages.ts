import type { Envelope } from '@cucumber/messages'

/** What every group of features says of the run as a whole: said once. */
const saidOnce: readonly (keyof Envelope)[] = [
  'meta',
  'testRunStarted',
  'stepDefinition',
  'parameterType',
  'hook',
]

/** Groups of features run side by side; makes one message stream of theirs, as Cucumber would write it. */
export function mergeMessages(write: (line: string) => void) {
  let leading: ((envelope: Envelope) => void) | undefined
  let success = true
  let ending: Envelope | undefined
  const tell = (envelope: Envelope) => write(`${JSON.stringify(envelope)}\n`)
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
