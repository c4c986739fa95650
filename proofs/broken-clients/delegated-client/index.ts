import { randomUUID } from 'node:crypto'
import type { ClientFetch } from '../../../client/index.ts'
import type {
  ClientSetup,
  ConfiguredClient,
  Outcome,
} from '../../../engine/clients/client-under-test.ts'
import type { Seams } from '../../../engine/clients/reference.ts'
import { isAboutPerson, postLetter, seamsByHand, toldOf, unlessRefused } from '../by-hand.ts'
import { audiences, type Reply } from '../unseen-client-parts.ts'
import { jwtBearer, prove, rightProof } from '../unseen-client-proof.ts'
import { Failure, failed } from '../unseen-failure.ts'
import {
  type Call,
  type Held,
  type Leg,
  type Letter,
  type Parts,
  right,
  stepForm,
} from './parts.ts'

/** A client written by hand for people and agent users; for agents alone it is the reference client. */
export function forPeopleByHand(wrong: Partial<Parts>): Pick<Seams, 'network' | 'acquire'> {
  return seamsByHand(isAboutPerson, (setup, send, say) =>
    acquirer({
      setup,
      send,
      say,
      parts: { ...right, ...wrong },
      kept: new Map(),
      pauses: new Map(),
    }),
  )
}

type Client = {
  readonly setup: ClientSetup
  readonly send: ClientFetch
  readonly parts: Parts
  readonly say: (text: string) => void
  readonly kept: Map<string, Held>
  readonly pauses: Map<string, { readonly untilMs: number; readonly reply: Reply }>
}

function acquirer(client: Client): ConfiguredClient['acquire'] {
  const { setup, parts } = client
  const flights = new Map<string, Promise<Outcome>>()

  return async (wanted) => {
    try {
      const call = parts.hear(wanted, setup)
      const flight = parts.nameOfFlight(call)
      const running = flights.get(flight) ?? answer(client, call)
      flights.set(flight, running)
      return await running.finally(() => flights.delete(flight))
    } catch (error) {
      return { error: toldOf(error) }
    }
  }
}

async function answer(client: Client, call: Call): Promise<Outcome> {
  const { parts, kept, setup } = client
  const name = parts.nameOfToken(call)
  const known = name === undefined ? undefined : kept.get(name)
  try {
    if (known && !call.isForced && parts.isFresh(known, setup.nowMs(), 'token')) {
      return parts.result(known, undefined, call)
    }
    await parts.before(call, client.send)
    const correlation = randomUUID()
    const got = await renewed(client, call, correlation)
    if (!parts.checks(got.token, call)) throw failed({ kind: 'server', message: 'not this person' })
    if (name !== undefined) kept.set(name, got)
    const refreshName = `refresh ${parts.nameOfRefreshToken(call)}`
    if (got.refreshToken !== undefined) kept.set(refreshName, got)
    return parts.result(got, kept.get(parts.nameOfT2(call))?.token, call)
  } catch (error) {
    return parts.tell(toldOf(error), call, kept)
  }
}

/** By refresh token where there is one, else from the start. A challenge needs the person. */
async function renewed(client: Client, call: Call, correlation: string): Promise<Held> {
  const { parts, kept } = client
  const name = `refresh ${parts.nameOfRefreshToken(call)}`
  const refreshToken = parts.refreshes(call) ? kept.get(name)?.refreshToken : undefined
  if (refreshToken === undefined || call.claims !== undefined) {
    return anew(client, call, correlation)
  }
  try {
    const t1 = await step(client, call, 't1', { correlation })
    return await exchange(client, letterFor('refresh', call, { correlation, t1, refreshToken }))
  } catch (error) {
    if (!(error instanceof Failure) || !parts.startsAnew(error.told)) throw error
    kept.delete(name)
    return anew(client, call, correlation)
  }
}

async function anew(client: Client, call: Call, correlation: string): Promise<Held> {
  const { parts, kept } = client
  const t1 = await step(client, call, 't1', { correlation })
  const isUser = call.flow === 'agentUser'
  const t2 = isUser ? await step(client, call, 't2', { correlation, t1 }) : undefined
  try {
    return await exchange(client, letterFor(call.flow, call, { correlation, t1, t2 }))
  } catch (error) {
    kept.delete(parts.nameOfT1(call))
    kept.delete(parts.nameOfT2(call))
    throw error
  }
}

type Enclosed = {
  readonly correlation: string
  readonly t1?: string
  readonly t2?: string | undefined
  readonly refreshToken?: string
}

/** T1 or T2, as long as it is fresh. */
async function step(
  client: Client,
  call: Call,
  leg: 't1' | 't2',
  enclosed: Enclosed,
): Promise<string> {
  const { parts, kept, setup } = client
  const name = leg === 't1' ? parts.nameOfT1(call) : parts.nameOfT2(call)
  const known = kept.get(name)
  if (known && parts.isFresh(known, setup.nowMs(), leg)) return known.token
  const got = await exchange(client, letterFor(leg, call, enclosed))
  kept.set(name, got)
  return got.token
}

function letterFor(leg: Leg, call: Call, { correlation, t1, t2, refreshToken }: Enclosed): Letter {
  const { setup, tenantId, agent, scope, claims } = call
  const isForExchange = leg === 't1' || leg === 't2'
  const form = new URLSearchParams({
    client_id: leg === 't1' ? setup.blueprintClientId : agent,
    scope: isForExchange
      ? `${audiences[setup.cloud]}/.default`
      : `${scope} openid profile offline_access`,
    ...stepForm({ leg, call, t2 }, refreshToken),
    ...(claims !== undefined && !isForExchange && { claims }),
  })
  return {
    leg,
    call,
    form,
    t1,
    t2,
    url: new URL(`${setup.authorityHost}/${tenantId}/oauth2/v2.0/token`),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'client-request-id': correlation,
    },
  }
}

/** Sends a letter as often as it takes, and heeds Retry-After. */
async function exchange(client: Client, letter: Letter): Promise<Held> {
  const { parts, setup, pauses } = client
  const pauseName = parts.nameOfPause(letter.call, letter.leg)
  const pause = pauses.get(pauseName)
  const restMs = (pause?.untilMs ?? 0) - setup.nowMs()
  if (pause && restMs > 60_000) throw failed(parts.refusal(pause.reply))
  if (restMs > 0) await setup.passTime(restMs / 1000)
  for (let attempt = 1; ; attempt += 1) {
    const sentMs = setup.nowMs()
    const reply = await post(client, letter).catch(unlessRefused)
    const wait = Number(reply?.headers.get('retry-after') ?? 2 ** (attempt - 1))
    if (reply?.headers.has('retry-after')) {
      pauses.set(pauseName, { untilMs: setup.nowMs() + wait * 1000, reply })
    }
    const isLast = attempt >= parts.attemptsAfter(reply, letter) || wait > 60
    if (reply?.status === 200 || (reply && isLast)) return parts.read(reply, sentMs, letter)
    if (isLast) throw failed({ kind: 'server', message: 'no answer' })
    await setup.passTime(wait)
  }
}

async function post({ setup, send, parts, say }: Client, letter: Letter): Promise<Reply> {
  const proof =
    letter.leg === 't1'
      ? await prove(setup, send, letter.url.href, rightProof)
      : jwtBearer(letter.t1 ?? '')
  return postLetter(letter, proof, parts, { send, say })
}
