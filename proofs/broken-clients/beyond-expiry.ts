import { also, type BrokenClient } from './broken-client.ts'
import { answers, claimsIn } from './on-the-wire.ts'
import { writtenByHand } from './unseen-client.ts'
import type { Kept } from './unseen-client-parts.ts'

const marginMs = 300_000
const isFreshToken = ({ endsMs }: Kept, nowMs: number) => endsMs - marginMs > nowMs

/** T1 kept longer than its answer says, by a count of the client's own. */
function keepsT1(name: string, endOf: (kept: Kept) => number): BrokenClient {
  return {
    name,
    breaks: 'RENEW-ASSERTION',
    toleratedBy: ['T1-EXPIRED'],
    seams: writtenByHand({
      isFresh: (kept, nowMs, leg) =>
        leg === 't1' ? endOf(kept) > nowMs : isFreshToken(kept, nowMs),
    }),
  }
}

/** Assertions that were valid when they were made, and not any more when they were sent. */
export const presentingBeyondExpiry: readonly BrokenClient[] = [
  keepsT1('by hand: keeps T1 half as long again as its answer says', ({ gotMs, endsMs }) =>
    gotMs < endsMs ? gotMs + 1.5 * (endsMs - gotMs) - marginMs : endsMs,
  ),
  keepsT1('by hand: counts the renewal margin of T1 from the wrong side', ({ gotMs, endsMs }) =>
    endsMs - gotMs > marginMs ? endsMs + marginMs : endsMs,
  ),
  {
    ...keepsT1('by hand: keeps T1 for a day where it lasts an hour', ({ gotMs, endsMs }) =>
      endsMs - gotMs >= 3_500_000 ? gotMs + 86_400_000 : endsMs,
    ),
    alsoBreaks: also('the file is replaced within that day', 'RENEW-FILE'),
  },
  {
    name: 'signs one assertion with its certificate and presents it for ever',
    breaks: 'RENEW-ASSERTION',
    toleratedBy: ['CERT-EXPIRED'],
    seams: presentsFirst(() => true),
  },
  {
    name: 'presents the assertion of its certificate an hour longer than it holds',
    breaks: 'RENEW-ASSERTION',
    toleratedBy: ['CERT-EXPIRED'],
    seams: presentsFirst((exp, nowSeconds) => exp + 7200 > nowSeconds),
  },
]

/** The first assertion for a URL again, as long as the condition says. */
function presentsFirst(isKept: (exp: number, nowSeconds: number) => boolean) {
  return answers(({ credential, nowMs }) => {
    const first = new Map<string, string>()
    return async ({ leg, form, url, init, send }) => {
      const own = form.get('client_assertion')
      if (leg !== 't1' || credential.type !== 'certificate' || own === null) return send(url, init)
      const known = first.get(url)
      const isFine = known && isKept(Number(claimsIn(known).exp), nowMs() / 1000)
      const assertion = isFine ? known : own
      first.set(url, assertion)
      form.set('client_assertion', assertion)
      return send(url, { ...init, body: form.toString() })
    }
  })
}
