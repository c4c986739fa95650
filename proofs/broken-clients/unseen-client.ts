import { randomUUID } from 'node:crypto'
import type { ClientFetch } from '../../client/index.ts'
import type {
  ClientSetup,
  ConfiguredClient,
  Outcome,
} from '../../engine/clients/client-under-test.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import { isAboutPerson, postLetter, seamsByHand, toldOf, unlessRefused } from './by-hand.ts'
import {
  type Asked,
  audiences,
  type Kept,
  type Leg,
  type Letter,
  type Parts,
  type Reply,
  refusalOf,
  right,
} from './unseen-client-parts.ts'
import { jwtBearer, prove } from './unseen-client-proof.ts'
import { Failure, failed } from './unseen-failure.ts'

/** A client written by hand that does everything right but the given parts. What is about people, another does. */
export function writtenByHand(wrong: Partial<Parts>): Pick<Seams, 'network' | 'acquire'> {
  return seamsByHand(
    (wanted) => !isAboutPerson(wanted),
    (setup, send, say) => acquirer({ setup, send, parts: { ...right, ...wrong } }, say),
  )
}

type Held = { readonly setup: ClientSetup; readonly send: ClientFetch; readonly parts: Parts }

function acquirer(held: Held, say: (text: string) => void): ConfiguredClient['acquire'] {
  const { setup, parts } = held
  const memory = parts.memoryFor(setup)
  const get = keeper(held, memory)
  const exchange = exchanger(held, say)

  const acquire = async (asked: Asked): Promise<Outcome> => {
    const correlation = randomUUID()
    let t1: Kept | undefined
    const token = await get(parts.nameOfToken(asked), 'redemption', asked.isForced, async () => {
      const name = parts.nameOfT1(asked)
      const first = letterFor(asked, 't1', correlation)
      t1 = await get(name, 't1', asked.isForced, () => exchange(first))
      try {
        return await exchange(letterFor(asked, 'redemption', correlation, t1.token))
      } catch (error) {
        const { status = 0 } = error instanceof Failure ? error.told : {}
        if (name !== undefined && [400, 401].includes(status)) parts.wasRefused(memory, name)
        throw error
      }
    })
    if (!parts.checks(token.token, asked)) {
      throw failed({ kind: 'server', message: 'a token of another identity' })
    }
    return parts.result(token, t1, asked)
  }

  return async (wanted) => {
    let asked: Asked | undefined
    try {
      asked = parts.hear(wanted, setup)
      return await acquire(asked)
    } catch (error) {
      return { error: parts.tell(toldOf(error), asked) }
    }
  }
}

/** Keeps what it gets, and lets simultaneous callers wait for one request. */
function keeper({ setup, parts }: Held, memory: Map<string, Kept>) {
  const flights = new Map<string, Promise<Kept>>()
  return async (
    name: string | undefined,
    leg: Leg,
    isForced: boolean,
    load: () => Promise<Kept>,
  ): Promise<Kept> => {
    if (name === undefined) return load()
    const kept = memory.get(name)
    if (!isForced && kept && parts.isFresh(kept, setup.nowMs(), leg)) return kept
    const flight = parts.flightOf(`${name} ${isForced}`)
    const running = flights.get(flight)
    if (running) return running
    const mine = load().then((got) => {
      parts.keep(memory, name, got)
      return got
    })
    flights.set(flight, mine)
    return mine.finally(() => flights.delete(flight))
  }
}

type Pause = { readonly untilMs: number; readonly reply: Reply }

/** Sends a letter as often as it takes, and heeds Retry-After, also that of an earlier call. */
function exchanger(held: Held, say: (text: string) => void) {
  const { setup, parts } = held
  const pauses = new Map<string, Pause>()
  const waitOut = async (pause: Pause | undefined): Promise<void> => {
    if (pause === undefined) return
    const restMs = pause.untilMs - setup.nowMs()
    if (restMs > 60_000) throw failed(refusalOf(pause.reply))
    if (restMs > 0) await setup.passTime(restMs / 1000)
  }
  const remember = (name: string, reply: Reply | undefined, wait: number): void => {
    if (!reply?.headers.has('retry-after')) return
    pauses.set(name, { untilMs: setup.nowMs() + wait * 1000, reply })
  }
  return async (letter: Letter): Promise<Kept> => {
    const pauseName = parts.nameOfPause(letter.asked, letter.leg)
    await waitOut(pauses.get(pauseName))
    for (let attempt = 1; ; attempt += 1) {
      const sentMs = setup.nowMs()
      const reply = await post(held, letter, say).catch(unlessRefused)
      const wait = parts.waitSeconds(reply, attempt, setup.nowMs())
      remember(pauseName, reply, wait)
      const isLast = attempt >= parts.attemptsAfter(reply?.status) || wait > 60
      if (reply?.status === 200 || (reply && isLast)) {
        return parts.read(reply, sentMs, parts.endOf, letter.leg)
      }
      if (isLast) throw failed({ kind: 'server', message: 'no answer' })
      await setup.passTime(wait)
    }
  }
}

async function post(
  { setup, send, parts }: Held,
  letter: Letter,
  say: (text: string) => void,
): Promise<Reply> {
  const isFirst = letter.leg === 't1'
  const proof = isFirst
    ? await prove(setup, send, letter.url.href, parts)
    : jwtBearer(letter.t1 ?? '')
  return postLetter(letter, proof, parts, { send, say })
}

function letterFor(asked: Asked, leg: Leg, correlation: string, t1?: string): Letter {
  const { setup, tenantId, agent, scope } = asked
  const exchange = { scope: `${audiences[setup.cloud]}/.default`, fmi_path: agent }
  return {
    leg,
    asked,
    t1,
    url: new URL(`${setup.authorityHost}/${tenantId}/oauth2/v2.0/token`),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'client-request-id': correlation,
    },
    form: new URLSearchParams({
      grant_type: 'client_credentials',
      ...(leg === 't1'
        ? { client_id: setup.blueprintClientId, ...exchange }
        : { client_id: agent, scope }),
    }),
  }
}
