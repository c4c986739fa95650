import type { ClientError } from '../../engine/clients/client-under-test.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import { also, type BrokenClient } from './broken-client.ts'

function reports(change: (error: ClientError) => ClientError): Pick<Seams, 'acquire'> {
  return {
    acquire: (acquire) => async (wanted) => {
      const outcome = await acquire(wanted)
      return outcome.error ? { error: change(outcome.error) } : outcome
    },
  }
}

/** What an error does not tell. */
export const reportingWrongly: readonly BrokenClient[] = [
  {
    name: 'reports no error code',
    breaks: 'FAILURE-DETAILS',
    alsoBreaks: [...also('the fault shows after a refusal', 'FAILURE-PROSE')],
    seams: reports(({ code: _, ...error }) => error),
  },
  {
    name: 'reports no AADSTS numbers',
    breaks: 'FAILURE-DETAILS',
    alsoBreaks: [...also('the fault shows after a refusal', 'FAILURE-PROSE')],
    seams: reports(({ aadsts: _, ...error }) => error),
  },
  {
    name: 'reports no correlation id',
    breaks: 'FAILURE-DETAILS',
    seams: reports(({ correlationId: _, ...error }) => error),
  },
  {
    name: 'reports that something went wrong',
    breaks: 'FAILURE-DETAILS',
    alsoBreaks: [...also('the fault shows after a refusal', 'FAILURE-PROSE')],
    seams: reports(() => ({ kind: 'client', message: 'something went wrong' })),
  },
]
