import { also, type BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'
import { right } from './unseen-client-parts.ts'

const sentBefore = new WeakMap<object, Set<string>>()

/** Clients written by hand whose forms, URLs and headers are wrong. */
export const fillingInByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: presents its secret in the second step as well',
    breaks: 'SEND-ONE-CREDENTIAL',
    seams: writtenByHand({
      letter: ({ form, asked: { setup }, leg }) => {
        if (leg === 'redemption' && setup.credential.type === 'secret')
          form.set('client_secret', setup.credential.value)
      },
    }),
  },
  {
    name: 'by hand: redeems T1 as the blueprint',
    breaks: 'LEG-CREDENTIAL',
    seams: writtenByHand({
      letter: ({ form, asked: { setup } }) => form.set('client_id', setup.blueprintClientId),
    }),
  },
  {
    name: 'by hand: shows its secret in the body and by HTTP Basic',
    breaks: 'SEND-ONE-CREDENTIAL',
    toleratedBy: ['CRED-SINGLE'],
    seams: writtenByHand({
      letter: ({ headers, form, asked: { setup }, leg }) => {
        if (leg !== 't1' || setup.credential.type !== 'secret') return
        const pair = `${form.get('client_id')}:${encodeURIComponent(setup.credential.value)}`
        headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`
      },
    }),
  },
  {
    name: 'by hand: sends T1 as a bearer token with the second step',
    breaks: 'LEG-T1-BEARER',
    seams: writtenByHand({
      letter: ({ headers, t1 }) => {
        if (t1) headers.authorization = `Bearer ${t1}`
      },
    }),
  },
  {
    name: 'by hand: sends an unknown user as "undefined"',
    breaks: 'SEND-MISSING-VALUE',
    seams: writtenByHand({ letter: ({ form }) => form.set('user_id', 'undefined') }),
  },
  {
    name: 'by hand: sends an object as "[object Object]"',
    breaks: 'SEND-MISSING-VALUE',
    seams: writtenByHand({ letter: ({ form }) => form.set('claims', '[object Object]') }),
  },
  {
    name: 'by hand: repeats the form in the URL',
    breaks: 'SEND-IN-BODY',
    alsoBreaks: [...also('its scenarios meet the same fault', 'LEG-FMI-PATH')],
    seams: writtenByHand({
      letter: ({ form, url }) => {
        url.search = form.toString()
      },
    }),
  },
  {
    name: 'by hand: writes T1 into the fragment of a correlation parameter',
    breaks: 'SEND-IN-BODY',
    seams: writtenByHand({
      letter: ({ url, t1 }) => {
        if (t1) url.searchParams.set('client-request-id', t1.slice(0, 200))
      },
    }),
  },
  {
    name: 'by hand: one correlation id for ever',
    breaks: 'SEND-CORRELATION',
    seams: writtenByHand({
      letter: ({ headers }) => {
        headers['client-request-id'] = '6d1f3f0e-3a71-4c5e-9a55-1f2f0f8f2d11'
      },
    }),
  },
  {
    name: 'by hand: does not encode the plus signs of its form',
    breaks: 'LEG-TOKEN',
    seams: writtenByHand({
      body: (form) => [...form].map(([name, value]) => `${name}=${value}`).join('&'),
    }),
  },
  {
    name: 'by hand: sends JSON',
    breaks: 'LEG-TOKEN',
    seams: writtenByHand({
      letter: ({ headers }) => {
        headers['content-type'] = 'application/json'
      },
      body: (form) => JSON.stringify(Object.fromEntries(form)),
    }),
  },
  {
    name: 'by hand: takes the first of two scopes',
    breaks: 'LEG-WHOLE-SCOPE',
    alsoBreaks: [
      ...also('its scenarios meet the same fault', 'LEG-SCOPE'),
      ...also('the caller gets another token', 'RECIPIENT-OWN-TOKEN'),
    ],
    seams: writtenByHand({
      hear: (wanted, setup) => {
        const asked = right.hear(wanted, setup)
        return { ...asked, scope: asked.scope.split(' ')[0] ?? '' }
      },
    }),
  },
  {
    name: 'by hand: cuts an agent identity at its first blank and takes what is left',
    breaks: 'INPUT-BLANK',
    alsoBreaks: [...also('its scenarios meet the same fault', 'SEND-MISSING-VALUE')],
    seams: writtenByHand({
      hear: (wanted, setup) => ({
        agent: String(wanted.agentIdentity ?? '')
          .trim()
          .toLowerCase(),
        tenantId: wanted.tenantId ?? setup.tenantId,
        scope: wanted.scope,
        isForced: wanted.forceRefresh === true,
        setup,
      }),
    }),
  },
  {
    name: 'by hand: sends each request twice',
    breaks: 'CACHE-REUSE',
    alsoBreaks: [
      ...also(
        'fewer or more requests are sent than needed',
        'MANAGED-IDENTITY-ONCE',
        'CACHE-NEW-CREDENTIAL',
        'CACHE-RESET',
        'CONCURRENT-SHARED',
      ),
      ...also('the fault shows after a refusal', 'RETRY-REFUSED'),
      ...also('the fault shows while the provider is busy', 'RETRY-AFTER', 'RETRY-AFTER-SHARED'),
    ],
    seams: writtenByHand({
      follow: async (answer, { url, headers, form }, send) => {
        const init = { method: 'POST' as const, headers, body: form.toString() }
        const { signal } = new AbortController()
        await send(url.href, { ...init, redirect: 'manual', signal })
        return answer
      },
    }),
  },
  {
    name: 'by hand: remembers the tenant of the last call',
    breaks: 'AUTHORITY-NEXT-CALL',
    alsoBreaks: [
      ...also('the assertion for another tenant meets the same fault', 'SIGN-AUDIENCE'),
      ...also('it meets the same fault in a second tenant', 'CACHE-PER-TENANT'),
    ],
    seams: writtenByHand({
      hear: (wanted, setup) => {
        const asked = right.hear(wanted, setup)
        const last = sentBefore.get(setup) ?? new Set()
        if (wanted.tenantId) sentBefore.set(setup, last.add(wanted.tenantId))
        return { ...asked, tenantId: wanted.tenantId ?? [...last].at(-1) ?? setup.tenantId }
      },
    }),
  },
]
