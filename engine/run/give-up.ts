import { AdapterFailure, type ClientUnderTest } from '../clients/client-under-test.ts'

/** Scenarios in a row. */
const patience = 3

/** The reason of the scenarios after them, which tells nothing new. */
export const skippedAfterFailures = `skipped after ${patience} adapter failures in a row`

/**
 * Wraps a client so that it gives up once its adapter broke the protocol in several scenarios in a
 * row: otherwise every scenario would wait for an adapter that never answers.
 */
export function giveUpOnBroken(client: ClientUnderTest): ClientUnderTest {
  let failures = 0
  const noted = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work
    } catch (error) {
      if (error instanceof AdapterFailure) failures += 1
      throw error
    }
  }
  return {
    ...client,
    configure: async (setup) => {
      if (failures >= patience) {
        throw new AdapterFailure(skippedAfterFailures)
      }
      const configured = await noted(client.configure(setup))
      return {
        ...configured,
        acquire: async (wanted) => {
          const outcome = await noted(configured.acquire(wanted))
          failures = 0
          return outcome
        },
      }
    },
  }
}
