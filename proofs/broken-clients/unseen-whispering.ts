import { createPrivateKey } from 'node:crypto'
import type { ClientSetup } from '../../engine/clients/client-under-test.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'
import type { Parts } from './unseen-client-parts.ts'

const sentT1 = new WeakMap<object, string>()

const secretOf = ({ credential }: ClientSetup): string =>
  credential.type === 'secret' ? credential.value : ''

const telling = (add: (setup: ClientSetup) => Partial<ReturnType<Parts['tell']>> | undefined) =>
  writtenByHand({
    tell: (failure, asked) => ({ ...failure, ...(asked && add(asked.setup)) }),
  })

/** Writes what `text` makes of a secret, if there is one. */
const saying = (text: (secret: string, setup: ClientSetup) => string) =>
  writtenByHand({
    watch: ({ asked: { setup }, leg }, _, say) => {
      const secret = secretOf(setup)
      if (leg === 't1' && secret !== '') say(text(secret, setup))
    },
  })

const keyOf = ({ credential }: ClientSetup) =>
  credential.type === 'certificate' ? createPrivateKey(credential.privateKeyPem) : undefined

/** Clients written by hand that tell what nobody may know. */
export const whisperingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: logs its secret as a Buffer in JSON',
    breaks: 'LOG-SECRETS',
    seams: saying((secret) => `credential ${JSON.stringify(Buffer.from(secret))}`),
  },
  {
    name: 'by hand: logs its secret as bytes in hex, apart',
    breaks: 'LOG-SECRETS',
    seams: saying(
      (secret) =>
        `<Buffer ${[...Buffer.from(secret)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}>`,
    ),
  },
  {
    name: 'by hand: logs its secret for a page',
    breaks: 'LOG-SECRETS',
    seams: saying((secret) => [...secret].map((one) => `&#${one.codePointAt(0)};`).join('')),
  },
  {
    name: 'by hand: logs the header of HTTP Basic',
    breaks: 'LOG-SECRETS',
    seams: saying(
      (secret, { blueprintClientId: id }) => `authorization: Basic ${btoa(`${id}:${secret}`)}`,
    ),
  },
  {
    name: 'by hand: logs its secret in two lines',
    breaks: 'LOG-SECRETS',
    seams: saying((secret) => {
      const half = Math.ceil(secret.length / 2)
      return `secret begins with ${secret.slice(0, half)}\nsecret ends with ${secret.slice(half)}`
    }),
  },
  {
    name: 'by hand: logs the escapes of its secret',
    breaks: 'LOG-SECRETS',
    seams: saying((secret) =>
      [...secret].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ),
  },
  {
    name: 'by hand: logs its key as a JWK',
    breaks: 'LOG-SECRETS',
    seams: writtenByHand({
      watch: ({ asked: { setup } }, _, say) => {
        const key = keyOf(setup)
        if (key) say(JSON.stringify({ kid: 'blueprint', d: key.export({ format: 'jwk' }).d }))
      },
    }),
  },
  {
    name: 'by hand: logs a prime of its key',
    breaks: 'LOG-SECRETS',
    seams: writtenByHand({
      watch: ({ asked: { setup } }, _, say) => {
        const key = keyOf(setup)
        if (key) say(`p=${key.export({ format: 'jwk' }).p}`)
      },
    }),
  },
  {
    name: 'by hand: an error has its form in a Map',
    breaks: 'LOG-SECRETS',
    seams: telling((setup) => ({
      details: new Map([['form', new Map([['client_secret', secretOf(setup)]])]]),
    })),
  },
  {
    name: 'by hand: an error has its secret in the stack of an inner error',
    breaks: 'LOG-SECRETS',
    seams: telling((setup) => {
      const inner = new Error('failed')
      inner.stack = `Error: failed\n    at post (${secretOf(setup)})`
      return { details: new AggregateError([inner], 'several') }
    }),
  },
  {
    name: 'by hand: an error hides its secret behind a symbol',
    breaks: 'LOG-SECRETS',
    seams: telling((setup) => ({ details: { [Symbol('state')]: { body: secretOf(setup) } } })),
  },
  {
    name: 'by hand: an error has its secret in a property that is not listed',
    breaks: 'LOG-SECRETS',
    seams: telling((setup) => ({
      details: Object.defineProperty(new Error('failed'), 'config', {
        value: { data: secretOf(setup) },
      }),
    })),
  },
  {
    name: 'by hand: the code of an error is its secret',
    breaks: 'LOG-SECRETS',
    alsoBreaks: [...also('its scenarios meet the same fault', 'FAILURE-DETAILS', 'FAILURE-PROSE')],
    seams: telling((setup) => (secretOf(setup) ? { code: secretOf(setup) } : undefined)),
  },
  {
    name: 'by hand: the correlation id of an error is T1',
    breaks: 'LOG-SECRETS',
    alsoBreaks: [...also('its scenarios meet the same fault', 'FAILURE-DETAILS')],
    seams: writtenByHand({
      watch: ({ asked, t1 }) => {
        if (t1 !== undefined) sentT1.set(asked, t1)
      },
      tell: (failure, asked) => {
        const correlationId = asked && sentT1.get(asked)
        return { ...failure, ...(correlationId && { correlationId }) }
      },
    }),
  },
  {
    name: 'by hand: logs the token that a forced one replaces',
    breaks: 'LOG-SECRETS',
    seenBy: 'RENEW-FORCED',
    seams: writtenByHand({
      watch: ({ asked, leg }, reply, say) => {
        if (asked.isForced && leg === 'redemption') say(`replaced by ${reply.text}`)
      },
    }),
  },
]
