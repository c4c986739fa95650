import type { Ports } from './ports.ts'

/** 1, 2, 4, 8 and then 10 s between two requests, as Microsoft's own tools wait. */
const pauseMs = (attempt: number): number => Math.min(1000 * 2 ** (attempt - 1), 10_000)

/**
 * Looks at least once, and again until it sees something or a point in time comes.
 *
 * @param what - what it waits for, shown while it waits
 * @returns undefined when the time is over
 */
export async function pollUntil<Seen>(
  ports: Ports,
  { untilMs, what }: { readonly untilMs: number; readonly what: string },
  look: () => Promise<Seen | undefined>,
): Promise<Seen | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const seen = await look()
    if (seen !== undefined) return seen
    const leftMs = untilMs - ports.now()
    if (leftMs <= 0) return undefined
    const waitMs = Math.min(pauseMs(attempt), leftMs)
    const left = Math.ceil(leftMs / 1000)
    ports.tell({ kind: 'wait', label: 'waiting', text: `${what} (${left} s left)` })
    await ports.sleep(waitMs, ports.signal)
  }
}

/**
 * Repeats something until it succeeds, as long as its failure may be transient.
 *
 * @param again - whether a failure may be transient
 * @throws the last failure, when the time is over
 */
export async function retryUntil<Result extends NonNullable<unknown>>(
  ports: Ports,
  limit: { readonly untilMs: number; readonly what: string },
  again: (error: unknown) => boolean,
  attempt: () => Promise<Result>,
): Promise<Result> {
  let failure: unknown
  const result = await pollUntil(ports, limit, async () => {
    try {
      return await attempt()
    } catch (error) {
      if (!again(error)) throw error
      failure = error
      return undefined
    }
  })
  if (result === undefined) throw failure
  return result
}
