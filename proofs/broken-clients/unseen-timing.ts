import { also, type BrokenClient } from './broken-client.ts'
import { claimsIn } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import { right } from './unseen-client-parts.ts'

/** Clients written by hand that get times and attempts wrong. */
export const timingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: takes the lifetime for milliseconds',
    breaks: 'CACHE-REUSE',
    alsoBreaks: [
      ...also('the end that it reports is as wrong', 'RECIPIENT-EXPIRY'),
      ...also('the fault shows when it renews', 'CACHE-NEWEST'),
    ],
    seams: writtenByHand({ endOf: ({ expires_in: lasts }, nowMs) => nowMs + Number(lasts) }),
  },
  {
    name: 'by hand: reports the expiry in milliseconds',
    breaks: 'RECIPIENT-EXPIRY',
    seams: writtenByHand({ result: ({ token, endsMs }) => ({ token, expiresOn: endsMs }) }),
  },
  {
    name: 'by hand: reports the expiry in the time of a zone two hours ahead',
    breaks: 'RECIPIENT-EXPIRY',
    seams: writtenByHand({
      result: ({ token, endsMs }) => ({ token, expiresOn: Math.floor(endsMs / 1000) + 7200 }),
    }),
  },
  {
    name: 'by hand: keeps tokens as long as the extended lifetime',
    breaks: 'ANSWER-EXTENDED-LIFETIME',
    alsoBreaks: [
      ...also('the end that it reports is as wrong', 'RECIPIENT-EXPIRY'),
      ...also('it keeps T1 as long', 'RENEW-ASSERTION'),
    ],
    seams: writtenByHand({
      endOf: ({ ext_expires_in: lasts }, nowMs) => nowMs + Number(lasts) * 1000,
    }),
  },
  {
    name: 'by hand: keeps every token for an hour, whatever the answer says',
    breaks: 'RENEW-TOKEN',
    alsoBreaks: [
      ...also('the T1 that is presented has expired', 'RENEW-ASSERTION'),
      ...also('the end that it reports is as wrong', 'RECIPIENT-EXPIRY'),
      ...also('the fault shows when it renews', 'RENEW-NO-STALE', 'ANSWER-EXTENDED-LIFETIME'),
    ],
    seams: writtenByHand({ endOf: (_, nowMs) => nowMs + 3_600_000 }),
  },
  {
    name: 'by hand: keeps a token without a lifetime for a day',
    breaks: 'ANSWER-NO-LIFETIME',
    alsoBreaks: [...also('the end that it reports is as wrong', 'RECIPIENT-EXPIRY')],
    seams: writtenByHand({
      endOf: ({ expires_in: lasts }, nowMs) => nowMs + (Number(lasts) || 86_400) * 1000,
    }),
  },
  {
    name: 'by hand: counts a renewed token from its first issue',
    breaks: 'RENEW-TOKEN',
    alsoBreaks: [
      ...also('the fault shows when it renews', 'RENEW-NO-STALE', 'ANSWER-EXTENDED-LIFETIME'),
    ],
    seams: writtenByHand({
      isFresh: ({ gotMs, endsMs }, nowMs, leg) =>
        leg === 't1' ? endsMs - 300_000 > nowMs : gotMs + 2 * (endsMs - gotMs) > nowMs,
    }),
  },
  {
    name: 'by hand: keeps T1 until it is refused',
    breaks: 'RENEW-ASSERTION',
    alsoBreaks: [
      ...also('the fault shows when the file is replaced', 'RENEW-FILE'),
      ...also('the fault shows when it renews', 'RENEW-NO-STALE', 'ANSWER-EXTENDED-LIFETIME'),
    ],
    seams: writtenByHand({
      isFresh: ({ endsMs }, nowMs, leg) => leg === 't1' || endsMs - 300_000 > nowMs,
    }),
  },
  {
    name: 'by hand: renews tokens ten seconds early and not five minutes, as declared',
    breaks: 'RENEW-TOKEN',
    seams: writtenByHand({ isFresh: ({ endsMs }, nowMs) => endsMs - 10_000 > nowMs }),
  },
  {
    name: 'by hand: renews tokens five minutes late',
    breaks: 'RENEW-TOKEN',
    alsoBreaks: [
      ...also('the T1 that is presented has expired', 'RENEW-ASSERTION'),
      ...also('the fault shows when it renews', 'RENEW-NO-STALE', 'ANSWER-EXTENDED-LIFETIME'),
    ],
    seams: writtenByHand({ isFresh: ({ endsMs }, nowMs) => endsMs + 300_000 > nowMs }),
  },
  {
    name: 'by hand: rereads when a token was issued and counts an hour from there',
    breaks: 'RENEW-TOKEN',
    alsoBreaks: [
      ...also('the T1 that is presented has expired', 'RENEW-ASSERTION'),
      ...also('the fault shows when it renews', 'RENEW-NO-STALE', 'ANSWER-EXTENDED-LIFETIME'),
    ],
    seams: writtenByHand({
      isFresh: ({ token }, nowMs) => (Number(claimsIn(token).iat) + 3600) * 1000 > nowMs,
    }),
  },
  {
    name: 'by hand: tries a refused credential three times',
    breaks: 'RETRY-REFUSED',
    alsoBreaks: [...also('the fault shows after a refusal', 'FAILURE-DETAILS', 'RENEW-REFUSED-T1')],
    seams: writtenByHand({ attemptsAfter: () => 3 }),
  },
  {
    name: 'by hand: tries a bad request (400) twice',
    breaks: 'RETRY-REFUSED',
    seams: writtenByHand({
      attemptsAfter: (status) => (status === 400 ? 2 : right.attemptsAfter(status)),
    }),
  },
  {
    name: 'by hand: never tries again, though it says so',
    breaks: 'RETRY-RECOVERS',
    seams: writtenByHand({ attemptsAfter: () => 1 }),
  },
  {
    name: 'by hand: tries for ever',
    breaks: 'RETRY-ENDS',
    alsoBreaks: [
      ...also('the T1 that is presented has expired', 'RENEW-ASSERTION'),
      ...also('the fault shows while the provider is busy', 'RETRY-AFTER', 'RETRY-AFTER-SHARED'),
    ],
    seams: writtenByHand({
      attemptsAfter: (status) => (status === 503 ? 200 : right.attemptsAfter(status)),
      waitSeconds: () => 1,
    }),
  },
  {
    name: 'by hand: tries again at once',
    breaks: 'RETRY-AFTER',
    alsoBreaks: [...also('the fault shows while the provider is busy', 'RETRY-AFTER-SHARED')],
    seams: writtenByHand({ waitSeconds: () => 0 }),
  },
  {
    name: 'by hand: does not understand Retry-After as a date',
    breaks: 'RETRY-AFTER',
    seams: writtenByHand({
      waitSeconds: (reply, attempt) =>
        Number.parseInt(reply?.headers.get('retry-after') ?? '', 10) || attempt,
    }),
  },
  {
    name: 'by hand: takes Retry-After for milliseconds',
    breaks: 'RETRY-AFTER',
    alsoBreaks: [
      ...also('the fault shows while the provider is busy', 'RETRY-AFTER-SHARED', 'CACHE-REUSE'),
    ],
    seams: writtenByHand({
      waitSeconds: (reply, attempt, nowMs) => right.waitSeconds(reply, attempt, nowMs) / 1000,
    }),
  },
  {
    name: 'by hand: waits at most two seconds, whatever Retry-After says',
    breaks: 'RETRY-AFTER',
    alsoBreaks: [...also('the fault shows while the provider is busy', 'RETRY-AFTER-SHARED')],
    seams: writtenByHand({
      waitSeconds: (reply, attempt, nowMs) => Math.min(2, right.waitSeconds(reply, attempt, nowMs)),
    }),
  },
  {
    name: 'by hand: heeds Retry-After at 429 alone',
    breaks: 'RETRY-AFTER',
    seams: writtenByHand({
      waitSeconds: (reply, attempt, nowMs) =>
        reply?.status === 429 ? right.waitSeconds(reply, attempt, nowMs) : 1,
    }),
  },
  {
    name: 'by hand: one pause for all agents of a tenant',
    breaks: 'RETRY-PER-AGENT',
    alsoBreaks: [...also('the fault shows after a failure', 'RETRY-RECOVERS')],
    seams: writtenByHand({
      nameOfPause: ({ tenantId }) => tenantId,
      waitSeconds: (reply, attempt, nowMs) => right.waitSeconds(reply, attempt, nowMs) + 61,
    }),
  },
]
