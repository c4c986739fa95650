import type { ClientSetup } from '../../engine/clients/client-under-test.ts'
import type { BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'
import { type Letter, parsed, type Reply } from './unseen-client-parts.ts'

type Watch = (letter: Letter, reply: Reply, say: (text: string) => void) => void

function telling(name: string, watch: Watch): BrokenClient {
  return { name: `by hand: ${name}`, breaks: 'LOG-SECRETS', seams: writtenByHand({ watch }) }
}

const secretOf = ({ credential }: ClientSetup) =>
  credential.type === 'secret' ? credential.value : ''
const t1Of = ({ leg }: Letter, { text }: Reply) =>
  leg === 't1' ? String(parsed(text).access_token ?? '') : ''
const tokenOf = ({ leg }: Letter, { text }: Reply) =>
  leg === 't1' ? '' : String(parsed(text).access_token ?? '')

/** Clients written by hand that tell what is secret. */
export const tellingByHand: readonly BrokenClient[] = [
  telling('logs the first twenty characters of its secret', ({ asked }, _, say) =>
    say(`secret ${secretOf(asked.setup).slice(0, 20)}...`),
  ),
  telling('logs its secret in hex', ({ asked }, _, say) =>
    say(Buffer.from(secretOf(asked.setup)).toString('hex')),
  ),
  telling('logs its secret in base64url', ({ asked }, _, say) =>
    say(Buffer.from(secretOf(asked.setup)).toString('base64url')),
  ),
  telling('logs its secret with a blank after each character', ({ asked }, _, say) =>
    say([...secretOf(asked.setup)].join(' ')),
  ),
  telling('logs its id and secret in base64', ({ asked: { setup } }, _, say) =>
    say(Buffer.from(`${setup.blueprintClientId}:${secretOf(setup)}`).toString('base64')),
  ),
  telling('logs the form as JSON in JSON', ({ form }, _, say) =>
    say(JSON.stringify({ request: JSON.stringify(Object.fromEntries(form)) })),
  ),
  telling('logs a command for curl', ({ form, url }, _, say) =>
    say(`curl '${url.href}' --data-raw '${form.toString()}'`),
  ),
  telling('logs T1 without its signature', (letter, reply, say) => {
    const t1 = t1Of(letter, reply)
    if (t1) say(t1.split('.').slice(0, 2).join('.'))
  }),
  telling('logs the signature of the token', (letter, reply, say) => {
    const token = tokenOf(letter, reply)
    if (token) say(`signature ${token.split('.')[2]}`)
  }),
  telling('logs the token in lines of 64 characters', (letter, reply, say) => {
    const token = tokenOf(letter, reply)
    if (token) say(String(token.match(/.{1,64}/g)?.join('\n')))
  }),
  telling('logs the bytes of the token', (letter, reply, say) => {
    const token = tokenOf(letter, reply)
    if (token) say(JSON.stringify([...Buffer.from(token)]))
  }),
  telling('logs the answer of a refusal and the form that led to it', ({ form }, reply, say) => {
    if (reply.status >= 400) say(`${reply.text}\n${form}`)
  }),
  telling('logs its private key as one line', ({ asked: { setup } }, _, say) => {
    const { credential } = setup
    if (credential.type === 'certificate') say(credential.privateKeyPem.replaceAll('\n', ''))
  }),
  telling('logs the assertion that it signed', ({ form, leg }, _, say) => {
    if (leg === 't1') say(String(form.get('client_assertion')))
  }),
  telling('logs the secret header of the machine', ({ asked: { setup } }, _, say) => {
    if (setup.credential.type === 'managedIdentity') say(String(setup.credential.header))
  }),
  {
    name: 'by hand: names its secret in the error of a refusal',
    breaks: 'LOG-SECRETS',
    seams: writtenByHand({
      tell: (failure, asked) => ({
        ...failure,
        details: {
          cause: { config: { data: asked && encodeURIComponent(secretOf(asked.setup)) } },
        },
      }),
    }),
  },
]
