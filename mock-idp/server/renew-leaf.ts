import type { TlsPair } from './listen.ts'

type Renewal = {
  /** Reads the certificate, and makes a new one when the present one ends soon. */
  readonly load: () => Promise<TlsPair>
  readonly present: (tls: TlsPair) => void
  /** Takes one sentence for a log. */
  readonly warn?: ((message: string) => void) | undefined
  /** How to repeat; returns what ends it. A test passes its own. */
  readonly repeat?: (look: () => Promise<void>) => () => void
}

const twelveHoursMs = 12 * 3_600_000

/**
 * Looks twice a day whether the server certificate has to be renewed, so that a mock that runs for a year never presents
 * one that has ended.
 * @returns what ends the looking
 */
export function renewLeaf(presented: TlsPair, renewal: Renewal): () => void {
  const { load, present, warn, repeat = everyTwelveHours } = renewal
  let { cert } = presented
  return repeat(async () => {
    try {
      const pair = await load()
      if (pair.cert === cert) return
      present(pair)
      cert = pair.cert
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      warn?.(`The server certificate could not be renewed: ${reason}`)
    }
  })
}

function everyTwelveHours(look: () => Promise<void>): () => void {
  const timer = setInterval(() => void look(), twelveHoursMs).unref()
  return () => clearInterval(timer)
}
