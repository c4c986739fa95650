import type { ClientFetch } from '../../client/index.ts'
import type {
  Acquisition,
  ClientError,
  ClientSetup,
  ConfiguredClient,
} from '../../engine/clients/client-under-test.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import { perClient } from './on-the-wire.ts'
import type { Reply } from './unseen-client-parts.ts'
import { Failure } from './unseen-failure.ts'

type Acquire = ConfiguredClient['acquire']
type Say = (text: string) => void

const sendOf = perClient<{ send?: ClientFetch }>(() => ({}))

/** A client written by hand for some calls; the client whose seams it fills does the others. */
export function seamsByHand(
  isMine: (wanted: Acquisition) => boolean,
  acquirer: (setup: ClientSetup, send: ClientFetch, say: Say) => Acquire,
): Pick<Seams, 'network' | 'acquire'> {
  return {
    network: (send, setup) => {
      sendOf(setup).send = send
      return send
    },
    acquire: (acquire, setup, say) => {
      const { send } = sendOf(setup)
      if (send === undefined) throw new Error('no network')
      const mine = acquirer(setup, send, say)
      return (wanted) => (isMine(wanted) ? mine : acquire)(wanted)
    },
  }
}

export function isAboutPerson({ flow }: Acquisition): boolean {
  return flow === 'obo' || flow === 'agentUser'
}

/** What the caller is told of whatever was thrown. */
export function toldOf(error: unknown): ClientError {
  return error instanceof Failure ? error.told : { kind: 'client', message: 'failed' }
}

/** No answer may come of another attempt; what failed for a reason fails at once. */
export function unlessRefused(error: unknown): undefined {
  if (error instanceof Failure) throw error
}

type Letter = {
  readonly form: URLSearchParams
  readonly url: URL
  readonly headers: Record<string, string>
}

/** Where a client may do something else with a letter than send it. */
type Posting<L extends Letter> = {
  readonly letter: (letter: L) => void
  readonly body?: (form: URLSearchParams, letter: L) => string
  readonly follow: (answer: Response, letter: L, send: ClientFetch) => Promise<Response>
  readonly watch: (letter: L, reply: Reply, say: Say) => void
}

/** Sends a letter with its proof, once. The letter stays as it is, for the next attempt. */
export async function postLetter<L extends Letter>(
  letter: L,
  proof: Readonly<Record<string, string>>,
  parts: Posting<L>,
  { send, say }: { readonly send: ClientFetch; readonly say: Say },
): Promise<Reply> {
  const form = new URLSearchParams({ ...Object.fromEntries(letter.form), ...proof })
  const own = { ...letter, form, url: new URL(letter.url), headers: { ...letter.headers } }
  parts.letter(own)
  const init = {
    method: 'POST' as const,
    headers: own.headers,
    body: parts.body?.(form, own) ?? form.toString(),
    redirect: 'manual' as const,
    signal: new AbortController().signal,
  }
  const answer = await parts.follow(await send(own.url.href, init), own, send)
  const reply = { status: answer.status, headers: answer.headers, text: await answer.text() }
  parts.watch(own, reply, say)
  return reply
}
