import type { BrokenClient } from './broken-client.ts'
import { perClient } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import type { Letter, Parts } from './unseen-client-parts.ts'
import { rightProof } from './unseen-client-proof.ts'

const sentOf = perClient(() => new Map<unknown, number>())

/** How often this letter, or with `by` a letter of that name, was sent before. */
function timesSent({ asked, leg }: Letter, by: unknown = undefined): number {
  const sent = sentOf(asked.setup)
  const key = by ?? `${leg} ${asked.agent} ${asked.tenantId} ${asked.scope}`
  const times = sent.get(key) ?? 0
  sent.set(key, times + 1)
  return times
}

const basicOf = (form: URLSearchParams, encode: (text: string) => string) =>
  `Basic ${btoa([form.get('client_id'), form.get('client_secret')].map((text) => encode(text ?? '')).join(':'))}`

const written = (letter: Parts['letter']) => writtenByHand({ ...rightProof, letter })

/** Clients written by hand that ask for the wrong thing, some only the second time. */
export const askingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: asks for the scopes of a person as well',
    breaks: 'the scope of step 2: client credentials take one resource/.default and no OIDC scopes',
    seams: written(({ form, leg }) => {
      if (leg === 'redemption') form.set('scope', `${form.get('scope')} openid offline_access`)
    }),
  },
  {
    name: 'by hand: names the resource by the parameter of v1.0 too',
    breaks: 'scope: a v1 resource parameter that names another resource than the scope (9010010)',
    seams: written(({ form, leg }) => {
      if (leg === 'redemption') form.set('resource', 'https://graph.windows.net')
    }),
  },
  {
    name: 'by hand: shows T1 as a bearer token as well',
    breaks: 'one credential per request: T1 is also in the Authorization header',
    seams: written(({ headers, leg, t1 }) => {
      if (leg === 'redemption') headers.authorization = `Bearer ${t1}`
    }),
  },
  {
    name: 'by hand: writes the secret into HTTP Basic as it is',
    breaks: 'HTTP Basic must carry the form-encoded id and secret (RFC 6749 section 2.3.1)',
    seams: written(({ form, headers }) => {
      if (!form.has('client_secret')) return
      headers.authorization = basicOf(form, (text) => text)
      form.delete('client_secret')
    }),
  },
  {
    name: 'by hand: proves itself by HTTP Basic and in the body',
    breaks: 'one credential per request',
    seams: written(({ form, headers }) => {
      if (form.has('client_secret')) headers.authorization = basicOf(form, encodeURIComponent)
    }),
  },
  {
    name: 'by hand: does not encode a plus sign',
    breaks: 'the encoding of the form: + becomes a space',
    seams: writtenByHand({ body: (form) => form.toString().replaceAll('%2B', '+') }),
  },
  {
    name: 'by hand: forgets the agent when it asks for T1 anew',
    breaks: 'fmi_path: missing in the second T1 request of an agent',
    seams: written((letter) => {
      if (letter.leg === 't1' && timesSent(letter) > 0) letter.form.delete('fmi_path')
    }),
  },
  {
    name: 'by hand: forgets the agent when it repeats a request',
    breaks: 'fmi_path: missing in a retry',
    seams: written((letter) => {
      if (letter.leg === 't1' && timesSent(letter, letter.asked) > 0) letter.form.delete('fmi_path')
    }),
  },
  {
    name: 'by hand: repeats a redemption without T1',
    breaks: 'credential: a retried redemption has no assertion',
    seams: written((letter) => {
      if (letter.leg === 'redemption' && timesSent(letter, letter.asked) > 0) {
        letter.form.delete('client_assertion')
      }
    }),
  },
  {
    name: 'by hand: asks in the configured tenant when it is forced',
    breaks: 'tenant: a forced call goes to the configured tenant, not to that of the call',
    seams: written(({ url, asked }) => {
      if (asked.isForced) url.pathname = `/${asked.setup.tenantId}/oauth2/v2.0/token`
    }),
  },
  {
    name: 'by hand: redeems as the blueprint after a refusal',
    breaks: 'identity: falls back to a token of the blueprint when the agent is refused',
    seams: writtenByHand({
      checks: () => true,
      follow: async (answer, letter, send) => {
        const { credential, blueprintClientId } = letter.asked.setup
        const isRefused = letter.leg === 'redemption' && [400, 401].includes(answer.status)
        if (!isRefused || credential.type !== 'secret') return answer
        const form = new URLSearchParams(letter.form)
        for (const name of ['client_assertion', 'client_assertion_type']) form.delete(name)
        form.set('client_id', blueprintClientId)
        form.set('client_secret', credential.value)
        const { headers } = letter
        const { signal } = new AbortController()
        const init = { method: 'POST', headers, body: form.toString(), signal } as const
        return send(letter.url.href, { ...init, redirect: 'manual' })
      },
    }),
  },
]
