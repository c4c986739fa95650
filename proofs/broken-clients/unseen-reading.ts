import { also, type BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'
import { parsed, refusalOf, right } from './unseen-client-parts.ts'
import { failed } from './unseen-failure.ts'

const tokenIn = (text: string) => /"access_token"\s*:\s*"([^"]*)"/.exec(text)?.[1]

/** Clients written by hand that misread answers or report them wrongly. */
export const readingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: takes an empty token for success',
    breaks: 'ANSWER-WITHOUT-TOKEN',
    alsoBreaks: [
      ...also('its scenarios meet the same fault', 'SEND-ONE-CREDENTIAL', 'SEND-MISSING-VALUE'),
    ],
    seams: writtenByHand({
      read: (reply, nowMs, endOf, leg) => {
        const { access_token: token } = parsed(reply.text)
        if (reply.status === 200 && token === '') return { token, endsMs: nowMs, gotMs: nowMs }
        return right.read(reply, nowMs, endOf, leg)
      },
    }),
  },
  {
    name: 'by hand: takes the prose of an error for the token',
    breaks: 'ANSWER-STATUS',
    alsoBreaks: [
      ...also('its scenarios meet the same fault', 'LOG-SECRETS'),
      ...also('the caller gets another token', 'RECIPIENT-OWN-TOKEN'),
      ...also(
        'the fault shows after a refusal',
        'RETRY-REFUSED',
        'FAILURE-DETAILS',
        'RENEW-REFUSED-T1',
      ),
      ...also('the fault shows after a failure', 'RETRY-ENDS'),
      ...also('one of two scopes meets the same fault', 'LEG-WHOLE-SCOPE'),
      ...also('the fault shows when it renews', 'RENEW-FORCED', 'RENEW-NO-STALE'),
    ],
    seams: writtenByHand({
      read: (reply, nowMs, endOf, leg) => {
        const body = parsed(reply.text)
        if (leg === 't1' || reply.status === 200) return right.read(reply, nowMs, endOf, leg)
        const token = String(body.access_token ?? body.error_description)
        return { token, endsMs: nowMs, gotMs: nowMs }
      },
    }),
  },
  {
    name: 'by hand: finds the token by a pattern, whatever the status',
    breaks: 'ANSWER-STATUS',
    alsoBreaks: [
      ...also('a T1 of another agent identity is presented', 'LEG-CREDENTIAL'),
      ...also('the caller gets another token', 'RECIPIENT-OWN-TOKEN'),
      ...also('its scenarios meet the same fault', 'ANSWER-TOKEN-TYPE'),
    ],
    seams: writtenByHand({
      read: (reply, nowMs, endOf) => {
        const token = tokenIn(reply.text)
        if (!token) throw failed(refusalOf(reply))
        return { token, endsMs: endOf(parsed(reply.text), nowMs), gotMs: nowMs }
      },
    }),
  },
  {
    name: 'by hand: takes the token of any type',
    breaks: 'ANSWER-TOKEN-TYPE',
    seams: writtenByHand({
      read: (reply, nowMs, endOf, leg) => {
        const { access_token: token, error } = parsed(reply.text)
        if (reply.status !== 200 || error !== undefined || typeof token !== 'string' || !token)
          return right.read(reply, nowMs, endOf, leg)
        return { token, endsMs: endOf(parsed(reply.text), nowMs), gotMs: nowMs }
      },
    }),
  },
  {
    name: 'by hand: takes the token of a pop answer of the first step',
    breaks: 'ANSWER-TOKEN-TYPE',
    seams: writtenByHand({
      read: (reply, nowMs, endOf, leg) => {
        const { access_token: token, error } = parsed(reply.text)
        const isOk = leg === 't1' && reply.status === 200 && error === undefined
        if (!isOk || typeof token !== 'string' || !token)
          return right.read(reply, nowMs, endOf, leg)
        return { token, endsMs: endOf(parsed(reply.text), nowMs), gotMs: nowMs }
      },
    }),
  },
  {
    name: 'by hand: refuses members that it does not know',
    breaks: 'ANSWER-UNKNOWN-MEMBERS',
    seams: writtenByHand({
      read: (reply, nowMs, endOf, leg) => {
        const known = ['token_type', 'expires_in', 'ext_expires_in', 'access_token']
        const isStrange = Object.keys(parsed(reply.text)).some((name) => !known.includes(name))
        if (reply.status === 200 && isStrange) throw failed(refusalOf(reply))
        return right.read(reply, nowMs, endOf, leg)
      },
    }),
  },
  {
    name: 'by hand: refuses a lifetime written as text',
    breaks: 'ANSWER-TEXT-LIFETIME',
    seams: writtenByHand({
      read: (reply, nowMs, endOf, leg) => {
        if (typeof parsed(reply.text).expires_in === 'string') throw failed(refusalOf(reply))
        return right.read(reply, nowMs, endOf, leg)
      },
    }),
  },
  {
    name: 'by hand: hands out T1',
    breaks: 'RECIPIENT-OWN-TOKEN',
    alsoBreaks: [
      ...also('fewer or more requests are sent than needed', 'CACHE-REUSE'),
      ...also('simultaneous callers meet the same fault', 'CONCURRENT-TOKENS'),
      ...also('the fault shows after a failure', 'RETRY-RECOVERS'),
      ...also('it meets the same fault in a second tenant', 'CACHE-PER-TENANT'),
      ...also('its scenarios meet the same fault', 'RENEW-SECRET'),
      ...also('the fault shows when it renews', 'CACHE-NEWEST'),
    ],
    seams: writtenByHand({
      result: (token, t1, asked) => right.result(t1 ?? token, t1, asked),
    }),
  },
  {
    name: 'by hand: hands out a token with its type before it',
    breaks: 'RECIPIENT-OWN-TOKEN',
    alsoBreaks: [
      ...also('simultaneous callers meet the same fault', 'CONCURRENT-TOKENS'),
      ...also('the fault shows after a failure', 'RETRY-RECOVERS'),
      ...also('its scenarios meet the same fault', 'AUTHORITY-NEXT-CALL', 'RENEW-SECRET'),
    ],
    seams: writtenByHand({
      result: (token, t1, asked) =>
        right.result({ ...token, token: `Bearer ${token.token}` }, t1, asked),
    }),
  },
  {
    name: 'by hand: looks at no token before handing it out',
    breaks: 'RECIPIENT-WRONG-AGENT',
    alsoBreaks: [...also('the caller gets another token', 'RECIPIENT-OWN-TOKEN')],
    seams: writtenByHand({ checks: () => true }),
  },
  {
    name: 'by hand: reports the number of a refusal as its status',
    breaks: 'FAILURE-DETAILS',
    seams: writtenByHand({
      tell: (failure) => ({ ...failure, status: failure.aadsts?.[0] ?? failure.status }),
    }),
  },
  {
    name: 'by hand: reports every refusal as invalid_request',
    breaks: 'FAILURE-DETAILS',
    alsoBreaks: [...also('the fault shows after a refusal', 'FAILURE-PROSE')],
    seams: writtenByHand({
      tell: (failure) => ({ ...failure, ...(failure.code && { code: 'invalid_request' }) }),
    }),
  },
  {
    name: 'by hand: reports a refusal of the server as a fault of the caller',
    breaks: 'FAILURE-DETAILS',
    alsoBreaks: [...also('the fault shows after a refusal', 'FAILURE-PROSE')],
    seams: writtenByHand({
      tell: ({ message }) => ({ kind: 'client', message }),
    }),
  },
  {
    name: 'by hand: reports its own correlation id in place of the server’s',
    breaks: 'FAILURE-DETAILS',
    seams: writtenByHand({
      tell: (failure) => ({
        ...failure,
        ...(failure.correlationId && { correlationId: '00000000-0000-0000-0000-000000000000' }),
      }),
    }),
  },
  {
    name: 'by hand: follows redirects with its form',
    breaks: 'ANSWER-REDIRECT',
    alsoBreaks: [...also('what it sends there carries a credential', 'AUTHORITY-CREDENTIAL')],
    seams: writtenByHand({
      follow: async (answer, { url, headers, form }, send) => {
        const location = answer.headers.get('location')
        if (location === null || answer.status < 300 || answer.status > 399) return answer
        const { signal } = new AbortController()
        const init = { method: 'POST' as const, headers, body: form.toString() }
        return send(new URL(location, url).href, { ...init, redirect: 'manual', signal })
      },
    }),
  },
  {
    name: 'by hand: reports how often it met an error, with the form, to a host of its maker',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: writtenByHand({
      follow: async (answer, { form }, send) => {
        if (answer.status === 200) return answer
        const { signal } = new AbortController()
        const init = { method: 'POST' as const, headers: {}, body: form.toString() }
        await send('https://telemetry.example.com/v1/errors', {
          ...init,
          redirect: 'manual',
          signal,
        }).catch(() => undefined)
        return answer
      },
    }),
  },
  {
    name: 'by hand: asks the graph who it is with T1',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: writtenByHand({
      follow: async (answer, { leg }, send) => {
        const token = tokenIn(await answer.clone().text())
        if (leg !== 't1' || answer.status !== 200 || !token) return answer
        const headers = { authorization: `Bearer ${token}` }
        const { signal } = new AbortController()
        await send('https://graph.microsoft.com/v1.0/organization', {
          method: 'GET',
          headers,
          redirect: 'manual',
          signal,
        }).catch(() => undefined)
        return answer
      },
    }),
  },
]
