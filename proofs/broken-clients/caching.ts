import { readFile } from 'node:fs/promises'
import type { Acquisition, ClientSetup, Outcome } from '../../engine/clients/client-under-test.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { formWithout, keeps } from './keeping.ts'
import { claimsIn } from './on-the-wire.ts'
import { withoutChecks } from './without-checks.ts'

/** Keeps what it handed out by a name of its own. */
function handsOutAgain(
  nameOf: (wanted: Acquisition) => string,
  untilSecondsBeforeEnd: number,
): Pick<Seams, 'acquire'> {
  return {
    acquire: (acquire, setup) => {
      const kept = new Map<string, Outcome>()
      return async (wanted) => {
        const name = `${await fileOf(setup)} ${wanted.tenantId} ${nameOf(wanted)}`
        const found = kept.get(name)
        const endMs = (Number(claimsIn(found?.token).exp) - untilSecondsBeforeEnd) * 1000
        const known = endMs > setup.nowMs() && !wanted.forceRefresh ? found : undefined
        const outcome = known ?? (await acquire(wanted))
        if (outcome.token !== undefined) kept.set(name, outcome)
        return outcome
      }
    },
  }
}

/** A client that finds another assertion in its file has another credential. */
async function fileOf({ credential }: ClientSetup): Promise<string> {
  return credential.type === 'assertionFile' ? readFile(credential.file, 'utf8') : ''
}

const isT1 = (token: string) => String(claimsIn(token).sub).startsWith('/eid1/')

/** Tokens kept too long, too shortly, or under too short a name. */
export const keepingWrongly: readonly BrokenClient[] = [
  {
    name: 'keeps T1 without the agent identity',
    breaks: 'CACHE-PER-AGENT',
    alsoBreaks: [
      ...also(
        'T1 of one agent identity is presented by another',
        'LEG-CREDENTIAL',
        'LEG-OBO-CREDENTIAL',
      ),
      ...also('ids that are alike meet the same fault', 'CACHE-SIMILAR-IDS'),
      ...also('the fault shows after a refusal', 'RENEW-REFUSED-T1'),
    ],
    toleratedBy: ['T1-AGENT'],
    seams: withoutChecks(
      keeps({
        nameOf: (exchange) =>
          exchange.leg === 't1'
            ? `${exchange.url} ${formWithout(exchange, 'fmi_path')}`
            : undefined,
      }).network,
      isT1,
    ),
  },
  {
    name: 'keeps tokens by the first 35 characters of the agent identity',
    breaks: 'CACHE-SIMILAR-IDS',
    alsoBreaks: [
      ...also(
        'the two agent identities of the cast have ids that are alike',
        ...['CACHE-PER-AGENT', 'RECIPIENT-OWN-TOKEN', 'RETRY-RECOVERS'],
      ),
      ...also('the fault shows when it renews', 'RENEW-FORCED'),
    ],
    seams: handsOutAgain(
      ({ agentIdentity, scope }) => `${agentIdentity?.slice(0, 35)} ${scope}`,
      300,
    ),
  },
  {
    name: 'keeps T1 when its client secret is replaced',
    breaks: 'CACHE-NEW-CREDENTIAL',
    alsoBreaks: [
      ...also('fewer or more requests are sent than needed', 'CACHE-RESET'),
      ...also('the fault shows after a refusal', 'RENEW-REFUSED-T1'),
    ],
    seams: keeps({
      isShared: true,
      nameOf: (exchange) =>
        exchange.leg === 't1'
          ? `${exchange.url} ${formWithout(exchange, 'client_secret')}`
          : undefined,
    }),
  },
  {
    name: 'keeps no token',
    breaks: 'CACHE-REUSE',
    alsoBreaks: [...also('the fault shows when it renews', 'CACHE-NEWEST')],
    seams: {
      acquire: (acquire) => (wanted) => acquire({ ...wanted, forceRefresh: true }),
    },
  },
  {
    name: 'keeps tokens without the resource',
    breaks: 'RECIPIENT-OWN-TOKEN',
    alsoBreaks: [
      ...also('no token is asked for the second resource', 'CACHE-REUSE', 'RENEW-ASSERTION'),
      ...also('one of two scopes meets the same fault', 'LEG-WHOLE-SCOPE'),
      ...also('it mistakes T2 for the token of the agent user', 'LEG-USER-TOKEN'),
      ...also('the fault shows when it renews', 'RENEW-FORCED', 'CACHE-NEWEST'),
      ...also('the fault shows after a refusal', 'RENEW-REFUSED-T1'),
    ],
    seams: keeps({
      nameOf: (exchange) =>
        exchange.leg === 'redemption'
          ? `${exchange.url} ${exchange.form.get('client_id')}`
          : undefined,
    }),
  },
  {
    name: 'keeps tokens for ever',
    breaks: 'RENEW-TOKEN',
    alsoBreaks: [
      ...also('the fault shows when it renews', 'RENEW-NO-STALE', 'ANSWER-EXTENDED-LIFETIME'),
    ],
    seams: handsOutAgain(
      ({ agentIdentity, scope }) => `${agentIdentity} ${scope}`,
      Number.NEGATIVE_INFINITY,
    ),
  },
  {
    name: 'renews tokens when they have expired',
    breaks: 'RENEW-TOKEN',
    alsoBreaks: [...also('the fault shows when it renews', 'RENEW-FORCED', 'CACHE-NEWEST')],
    seams: keeps({
      untilSecondsBeforeEnd: 0,
      nameOf: (exchange) =>
        exchange.leg === 'redemption'
          ? `${exchange.url} ${formWithout(exchange, 'client_assertion')}`
          : undefined,
    }),
  },
  {
    name: 'keeps its tokens when it is reset',
    breaks: 'CACHE-RESET',
    alsoBreaks: [
      ...also('the fault shows when it renews', 'RENEW-FORCED', 'CACHE-NEWEST'),
      ...also('the fault shows after a refusal', 'RENEW-REFUSED-T1'),
    ],
    seams: keeps({
      isShared: true,
      nameOf: (exchange) => `${exchange.url} ${formWithout(exchange)}`,
    }),
  },
  {
    name: 'takes T1 for text that never changes',
    breaks: 'RENEW-ASSERTION',
    alsoBreaks: [
      ...also('the fault shows when it renews', 'RENEW-NO-STALE', 'ANSWER-EXTENDED-LIFETIME'),
      ...also('the fault shows after a refusal', 'RENEW-REFUSED-T1'),
    ],
    toleratedBy: ['T1-EXPIRED'],
    seams: keeps({
      untilSecondsBeforeEnd: -86_400,
      nameOf: (exchange) =>
        exchange.leg === 't1' ? `${exchange.url} ${formWithout(exchange)}` : undefined,
    }),
  },
]
