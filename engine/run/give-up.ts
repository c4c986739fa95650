import { AdapterFailure, type ClientUnderTest } from '../clients/client-under-test.ts'

/** Scenarios in a row. */
const patience = 3

/**
 * The client, which is no longer asked once its adapter broke the protocol in several scenarios and
 * got nothing done between them: whoever never answers would be waited for in every scenario.
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
        throw new AdapterFailure(`not asked any more, after ${patience} failures of the adapter`)
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
