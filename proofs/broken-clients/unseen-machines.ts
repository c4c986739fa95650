import { readFile } from 'node:fs/promises'
import type { ClientFetch } from '../../client/index.ts'
import type { ClientSetup } from '../../engine/clients/client-under-test.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { perClient } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { failed } from './unseen-failure.ts'

type Asking = (send: ClientFetch, setup: ClientSetup) => ClientFetch

/** The same client, which asks a managed identity endpoint otherwise. */
function askingMachines(ask: Asking, base = writtenByHand({})): BrokenClient['seams'] {
  return {
    ...base,
    network: (send, setup) => {
      const asks = ask(send, setup)
      return base.network(
        (url, init) => (init.body === undefined ? asks(url, init) : send(url, init)),
        setup,
      )
    },
  }
}

const byHand = writtenByHand({})
const keptAnswers = perClient(() => new Map<string, string>())

/** Keeps the answer of a managed identity under a name. */
const keeping = (nameOf: (url: string) => string) =>
  askingMachines((send, setup) => async (url, init) => {
    const name = nameOf(url)
    const kept = keptAnswers(setup)
    const known = kept.get(name)
    if (known !== undefined) return new Response(known, { status: 200 })
    const answer = await send(url, init)
    if (answer.status === 200) kept.set(name, await answer.clone().text())
    return answer
  })

const files = perClient(() => new Map<string, string>())

/** Clients written by hand that get an assertion from elsewhere wrongly. */
export const machinesByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: sends an empty client id for the identity of the system',
    breaks: 'SEND-MISSING-VALUE',
    seams: writtenByHand({
      machineUrl: (url, { clientId }) => {
        if (clientId === undefined) url.searchParams.set('client_id', '')
      },
    }),
  },
  {
    name: 'by hand: sends the client id of an identity as an object id',
    breaks: 'MANAGED-IDENTITY-CLIENT',
    seams: writtenByHand({
      machineUrl: ({ searchParams }, { clientId }) => {
        if (clientId === undefined) return
        searchParams.delete('client_id')
        searchParams.set('object_id', clientId)
      },
    }),
  },
  {
    name: 'by hand: sends the client id of an identity as in 2017',
    breaks: 'MANAGED-IDENTITY-CLIENT',
    seams: writtenByHand({
      machineUrl: ({ searchParams }, { clientId }) => {
        if (clientId === undefined) return
        searchParams.delete('client_id')
        searchParams.set('clientid', clientId)
      },
    }),
  },
  {
    name: 'by hand: posts to a managed identity',
    breaks: 'LEG-TOKEN',
    seams: askingMachines((send) => (url, init) => send(url, { ...init, method: 'POST' })),
  },
  {
    name: 'by hand: follows a redirect of a managed identity',
    breaks: 'ANSWER-REDIRECT',
    alsoBreaks: [...also('its scenarios meet the same fault', 'MANAGED-IDENTITY-AUDIENCE')],
    seams: askingMachines((send) => async (url, init) => {
      const answer = await send(url, init)
      const to = answer.headers.get('location')
      return to === null ? answer : send(new URL(to, url).href, init)
    }),
  },
  {
    name: 'by hand: gives up when a managed identity is busy',
    breaks: 'RETRY-RECOVERS',
    seams: writtenByHand({ machineAttempts: 1 }),
  },
  {
    name: 'by hand: asks a managed identity again after every refusal',
    breaks: 'RETRY-REFUSED',
    seams: askingMachines((send) => async (url, init) => {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await send(url, init)
        if (answer.status !== 400 || attempt === 4) return answer
      }
    }),
  },
  {
    name: 'by hand: keeps the token of a managed identity for ever',
    breaks: 'RENEW-ASSERTION',
    seams: keeping((url) => url),
  },
  {
    name: 'by hand: sends undefined where a managed identity sends no token',
    breaks: 'SEND-MISSING-VALUE',
    seenBy: 'LOG-SECRETS',
    alsoBreaks: also(
      'it takes every answer of another client for that of a managed identity',
      'LEG-OBO-TOKEN',
      'LEG-USER-TOKEN',
    ),
    seams: askingMachines((send) => async (url, init) => {
      const answer = await send(url, init)
      const body = (await answer
        .clone()
        .json()
        .catch(() => ({}))) as Record<string, unknown>
      if (typeof body.access_token === 'string' && body.access_token !== '') return answer
      return new Response(JSON.stringify({ access_token: 'undefined' }), { status: 200 })
    }),
  },
  {
    name: 'by hand: turns to the address of IMDS when App Service fails',
    breaks: 'AUTHORITY-CREDENTIAL',
    seenBy: 'LOG-SECRETS',
    seams: askingMachines((send) => async (url, init) => {
      const answer = await send(url, init)
      if (answer.status === 200) return answer
      const other = `http://169.254.169.254/metadata/identity/oauth2/token${new URL(url).search}`
      return send(other, init).catch(() => answer)
    }),
  },
  {
    name: 'by hand: names the identity header when a managed identity fails',
    breaks: 'LOG-SECRETS',
    alsoBreaks: [...also('its scenarios meet the same fault', 'RETRY-RECOVERS')],
    seams: askingMachines((send) => async (url, init) => {
      const answer = await send(url, init)
      if (answer.status === 200) return answer
      const { 'x-identity-header': header } = init.headers
      throw failed({ kind: 'server', message: `GET ${url} with ${header} failed` })
    }),
  },
  {
    name: 'by hand: leaves a carriage return after its assertion',
    breaks: 'FILE-LINE-END',
    seams: writtenByHand({ fileText: (text) => text.replace(/\n$/, '') }),
  },
  {
    name: 'by hand: reads its file again only after a refusal',
    breaks: 'RENEW-FILE',
    alsoBreaks: [
      ...also('its scenarios meet the same fault', 'RENEW-FILE-EACH', 'RENEW-ASSERTION'),
    ],
    seams: writtenByHand({
      letter: ({ form, leg, asked: { setup } }) => {
        const { credential } = setup
        const jwt = form.get('client_assertion')
        if (leg !== 't1' || credential.type !== 'assertionFile' || jwt === null) return
        const known = files(setup).get(credential.file) ?? jwt
        files(setup).set(credential.file, known)
        form.set('client_assertion', known)
      },
      watch: ({ leg, asked: { setup } }, { status }) => {
        if (leg === 't1' && status >= 400) files(setup).clear()
      },
    }),
  },
  {
    name: 'by hand: quotes its file when the assertion is refused',
    breaks: 'LOG-SECRETS',
    seams: {
      ...byHand,
      acquire: (given, setup, say) => {
        const acquire = byHand.acquire(given, setup, say)
        return async (wanted) => {
          const outcome = await acquire(wanted)
          const { credential } = setup
          if (!outcome.error || credential.type !== 'assertionFile') return outcome
          const text = await readFile(credential.file, 'utf8').catch(() => '')
          const message = `${outcome.error.message}: ${text}`
          return { error: { ...outcome.error, message } }
        }
      },
    },
  },
]
