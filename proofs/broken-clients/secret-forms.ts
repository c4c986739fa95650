import type { Seams } from '../../engine/clients/reference.ts'
import type { BrokenClient } from './broken-client.ts'
import { answers, type Exchange, perClient, successOf } from './on-the-wire.ts'

type Tell = (secret: string) => string

/** Writes something of its setup or its requests, changed, into its log, its error or the cause of its error. */
function tells(
  where: 'log' | 'error' | 'details',
  of: (exchange: Exchange, token: string) => string | null | undefined,
  change: Tell = (secret) => secret,
): Pick<Seams, 'network' | 'acquire'> {
  const toldBy = perClient((): string[] => [])
  const { network } = answers(() => async (exchange) => {
    const answer = await exchange.forward()
    const token = String((await successOf(answer))?.access_token ?? '')
    const told = of(exchange, token)
    if (told) toldBy(exchange.setup).push(change(told))
    return answer
  })
  return {
    network,
    acquire: (acquire, setup, say) => async (wanted) => {
      const outcome = await acquire(wanted)
      const told = toldBy(setup).splice(0).join('\n')
      if (where === 'log') say(`debug: ${told}`)
      if (where === 'log' || !outcome.error) return outcome
      const { error } = outcome
      return where === 'error'
        ? { error: { ...error, message: `${error.message} ${told}` } }
        : { error: { ...error, details: { cause: { request: { body: told } } } } }
    },
  }
}

const secretOf = ({ form }: Exchange) => form.get('client_secret')
const assertionOf = ({ form }: Exchange) => form.get('client_assertion')
const t1Of = ({ leg, form }: Exchange) => (leg === 'redemption' ? form.get('client_assertion') : '')
const keyOf = ({ setup: { credential } }: Exchange) =>
  credential.type === 'certificate' ? credential.privateKeyPem : undefined
const headerOf = ({ setup: { credential } }: Exchange) =>
  credential.type === 'managedIdentity' ? credential.header : undefined

const base64 = (text: string) => Buffer.from(text).toString('base64')
const masked = (text: string) => `${text.slice(0, 18)}******${text.slice(-4)}`
const rot13 = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter < 'a' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
const inLinesOf = (length: number) => (text: string) =>
  text.replace(new RegExp(`.{${length}}`, 'g'), '$&\n')
const numeric = (text: string) =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** The managed identity endpoint is asked without a form. */
const tellsHeader = (where: 'log' | 'details'): Pick<Seams, 'acquire'> => ({
  acquire:
    (acquire, { credential }, say) =>
    async (wanted) => {
      const outcome = await acquire(wanted)
      const header = credential.type === 'managedIdentity' ? credential.header : undefined
      if (header === undefined) return outcome
      if (where === 'log') say(`GET /msi/token x-identity-header: ${header}`)
      if (where === 'log' || !outcome.error) return outcome
      return { error: { ...outcome.error, details: { headers: { 'x-identity-header': header } } } }
    },
})

function told(
  name: string,
  where: 'log' | 'error' | 'details',
  of: Parameters<typeof tells>[1],
  change?: Tell,
): BrokenClient {
  return { name, breaks: 'LOG-SECRETS', seams: tells(where, of, change) }
}

/** Secrets in forms in which they are easily overlooked. */
export const tellingInOtherForms: readonly BrokenClient[] = [
  told('logs its client secret in base64', 'log', secretOf, base64),
  told('logs its client secret percent-encoded', 'log', secretOf, encodeURIComponent),
  told('logs its client secret in hexadecimal', 'log', secretOf, (secret) =>
    Buffer.from(secret).toString('hex'),
  ),
  told('logs its client secret backwards', 'log', secretOf, (secret) =>
    [...secret].reverse().join(''),
  ),
  told('logs the second half of its client secret backwards', 'log', secretOf, (secret) =>
    [...secret.slice(secret.length / 2)].reverse().join(''),
  ),
  told('logs its client secret in base64, backwards', 'log', secretOf, (secret) =>
    [...base64(secret)].reverse().join(''),
  ),
  told('logs its client secret by ROT13', 'log', secretOf, rot13),
  told('writes T1 backwards into an error', 'error', t1Of, (t1) => [...t1].reverse().join('')),
  told('logs its client secret on two lines', 'log', secretOf, (secret) =>
    inLinesOf(Math.ceil(secret.length / 2))(secret),
  ),
  told('logs its client secret in lines of six letters', 'log', secretOf, inLinesOf(6)),
  told('logs its client secret as a debugger shows its bytes', 'log', secretOf, (secret) =>
    Buffer.from(secret)
      .toString('hex')
      .toUpperCase()
      .replace(/..(?=.)/g, '$&:'),
  ),
  told('logs its client secret in escapes of JSON', 'log', secretOf, numeric),
  told('logs the beginning of its client secret', 'log', secretOf, (secret) => secret.slice(0, 20)),
  told('logs the end of its client secret', 'log', secretOf, (secret) => secret.slice(-12)),
  told('masks the middle of its client secret', 'log', secretOf, masked),
  told('logs the whole form of its request', 'log', ({ form }) => form.toString()),
  told('logs HTTP Basic for its client secret', 'log', ({ form }) => {
    const secret = form.get('client_secret')
    return secret && base64(`${form.get('client_id')}:${encodeURIComponent(secret)}`)
  }),
  told('logs assertions without their signature', 'log', assertionOf, (assertion) =>
    assertion.slice(0, assertion.lastIndexOf('.')),
  ),
  told('logs the first 200 characters of T1', 'log', t1Of, (t1) => `${t1.slice(0, 200)}…`),
  told('logs T1 in base64', 'log', t1Of, base64),
  told(
    'logs its token percent-encoded and in base64',
    'log',
    (_, token) => token,
    (token) => encodeURIComponent(base64(token)),
  ),
  told(
    'logs the signature of the token that it hands out',
    'log',
    (_, token) => token,
    (token) => token.slice(token.lastIndexOf('.') + 1),
  ),
  told('writes its client secret into the cause of an error', 'details', secretOf),
  told('writes its client secret in base64 into an error', 'error', secretOf, base64),
  told('writes T1 into the cause of an error', 'details', t1Of),
  told('logs its private key', 'log', keyOf),
  told('writes its private key into an error on one line', 'error', keyOf, (pem) =>
    pem.replaceAll('\n', ''),
  ),
  told('writes its private key as JSON into the cause of an error', 'details', keyOf),
  told('logs the last lines of its private key', 'log', keyOf, (pem) =>
    pem.trimEnd().split('\n').slice(-6, -1).join('\n'),
  ),
  told('logs its private key in base64', 'log', keyOf, base64),
  told('logs the header of its managed identity with the request for T1', 'log', headerOf),
  {
    name: 'logs the request to its managed identity',
    breaks: 'LOG-SECRETS',
    seams: tellsHeader('log'),
  },
  {
    name: 'writes the header of its managed identity into the cause of an error',
    breaks: 'LOG-SECRETS',
    seams: tellsHeader('details'),
  },
]
