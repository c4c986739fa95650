import { also, type BrokenClient } from './broken-client.ts'
import { answers, type Exchange } from './on-the-wire.ts'

const isBusy = ({ status }: Response) => status === 429 || status >= 500

/** Sends the same request to another place where the authority fails, and takes what comes of it. */
function fallsBack(
  to: (url: URL, exchange: Exchange) => string | undefined,
  isFailure: (answer: Response | undefined) => boolean = (answer) => !answer || isBusy(answer),
) {
  return answers(() => async (exchange) => {
    const answer = await exchange.forward().catch(() => undefined)
    const place = isFailure(answer) ? to(new URL(exchange.url), exchange) : undefined
    const other = place && (await exchange.send(place, exchange.init).catch(() => undefined))
    if (other) return other
    if (answer) return answer
    throw new TypeError('fetch failed')
  })
}

const on = (origin: string) => (url: URL) => `${origin}${url.pathname}`
const atOnce = also('it does not wait', 'RETRY-AFTER', 'RETRY-AFTER-SHARED')
const get = { method: 'GET', headers: {}, redirect: 'manual' } as const

/** What clients do when their authority is busy, and must not. */
export const fallingBack: readonly BrokenClient[] = [
  {
    name: 'falls back to plain http on another host while its authority is busy',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: fallsBack(
      on('http://login.example'),
      (answer) => answer !== undefined && isBusy(answer),
    ),
  },
  {
    name: 'falls back to plain http on another host when it gets no answer',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: fallsBack(on('http://login.example'), (answer) => answer === undefined),
  },
  {
    name: 'falls back to plain http on the host of its authority',
    breaks: 'AUTHORITY-CREDENTIAL',
    alsoBreaks: atOnce,
    seams: fallsBack(({ hostname, pathname }) => `http://${hostname}:8080${pathname}`),
  },
  {
    name: 'falls back to another host over https with T1',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: fallsBack((url, { leg }) =>
      leg === 'redemption' ? on('https://secondary.login.example')(url) : undefined,
    ),
  },
  {
    name: 'falls back to the next port',
    breaks: 'AUTHORITY-CREDENTIAL',
    alsoBreaks: atOnce,
    seams: fallsBack(({ protocol, hostname, port, pathname }) => {
      return `${protocol}//${hostname}:${Number(port || 443) + 1}${pathname}`
    }),
  },
  {
    name: 'reads a status page on another host while its authority is busy',
    breaks: 'AUTHORITY-HOST',
    seams: answers(() => async ({ forward, send }) => {
      const answer = await forward()
      const { signal } = new AbortController()
      if (isBusy(answer)) {
        await send('https://status.example/', { ...get, signal }).catch(() => undefined)
      }
      return answer
    }),
  },
]
