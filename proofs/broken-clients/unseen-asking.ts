import { also, type BrokenClient } from './broken-client.ts'
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
    name: 'by hand: shows T1 as a bearer token as well',
    breaks: 'LEG-T1-BEARER',
    seams: written(({ headers, leg, t1 }) => {
      if (leg === 'redemption') headers.authorization = `Bearer ${t1}`
    }),
  },
  {
    name: 'by hand: proves itself by HTTP Basic and in the body',
    breaks: 'SEND-ONE-CREDENTIAL',
    seams: written(({ form, headers }) => {
      if (form.has('client_secret')) headers.authorization = basicOf(form, encodeURIComponent)
    }),
  },
  {
    name: 'by hand: does not encode a plus sign',
    breaks: 'LEG-TOKEN',
    seams: writtenByHand({ body: (form) => form.toString().replaceAll('%2B', '+') }),
  },
  {
    name: 'by hand: forgets the agent when it asks for T1 anew',
    breaks: 'LEG-FMI-PATH',
    seenBy: 'CACHE-RESET',
    alsoBreaks: [...also('its scenarios meet the same fault', 'ANSWER-EXTENDED-LIFETIME')],
    seams: written((letter) => {
      if (letter.leg === 't1' && timesSent(letter) > 0) letter.form.delete('fmi_path')
    }),
  },
  {
    name: 'by hand: forgets the agent when it repeats a request',
    breaks: 'LEG-FMI-PATH',
    seenBy: 'RETRY-ENDS',
    seams: written((letter) => {
      if (letter.leg === 't1' && timesSent(letter, letter.asked) > 0) letter.form.delete('fmi_path')
    }),
  },
  {
    name: 'by hand: repeats a redemption without T1',
    breaks: 'SEND-ONE-CREDENTIAL',
    seenBy: 'ANSWER-BROKEN-OFF',
    seams: written((letter) => {
      if (letter.leg === 'redemption' && timesSent(letter, letter.asked) > 0) {
        letter.form.delete('client_assertion')
      }
    }),
  },
  {
    name: 'by hand: asks in the configured tenant when it is forced',
    breaks: 'AUTHORITY-TENANT',
    seenBy: 'AUTHORITY-CALL-TENANT',
    seams: written(({ url, asked }) => {
      if (asked.isForced) url.pathname = `/${asked.setup.tenantId}/oauth2/v2.0/token`
    }),
  },
  {
    name: 'by hand: redeems as the blueprint after a refusal',
    breaks: 'LEG-CREDENTIAL',
    seenBy: 'LEG-T1-BEARER',
    alsoBreaks: [
      ...also(
        'its scenarios meet the same fault',
        'LOG-SECRETS',
        'CACHE-REUSE',
        'RECIPIENT-WRONG-AGENT',
        'RECIPIENT-OWN-TOKEN',
        'RETRY-REFUSED',
        'RETRY-RECOVERS',
        'FAILURE-DETAILS',
        'RENEW-FORCED',
        'ANSWER-STATUS',
      ),
    ],
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
