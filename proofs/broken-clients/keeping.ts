import type { Seams } from '../../engine/clients/reference.ts'
import { answers, type Exchange, successOf, withBody } from './on-the-wire.ts'

export type Keeping = {
  /** Under which name an answer is kept. Undefined: it is not. */
  readonly nameOf: (exchange: Exchange) => string | undefined
  /** For how long, in seconds before its end. Default: as long as the reference client keeps it. */
  readonly untilSecondsBeforeEnd?: number
  /** Whether another client of the same program finds it too. */
  readonly isShared?: boolean
}

type Kept = { readonly answer: Response; readonly untilMs: number }

/** Keeps answers with a token below the cache of the reference client, by names of its own. */
export function keeps(keeping: Keeping): Pick<Seams, 'network'> {
  const { nameOf, untilSecondsBeforeEnd = 300, isShared = false } = keeping
  const shared = new Map<string, Kept>()
  return answers(({ nowMs }) => {
    const kept = isShared ? shared : new Map<string, Kept>()
    return async (exchange) => {
      const name = nameOf(exchange)
      const known = name === undefined ? undefined : kept.get(name)
      if (known && known.untilMs > nowMs()) return known.answer.clone()
      const askedMs = nowMs()
      const answer = await exchange.forward()
      const body = await successOf(answer)
      if (name === undefined || typeof body?.access_token !== 'string') return answer
      const untilMs = askedMs + (Number(body.expires_in) - untilSecondsBeforeEnd) * 1000
      kept.set(name, { answer: withBody(answer, body), untilMs })
      return answer
    }
  })
}

/** Everything that a request says, apart from some parameters. */
export function formWithout({ form }: Exchange, ...names: readonly string[]): string {
  return JSON.stringify([...form].filter(([name]) => !names.includes(name)))
}
