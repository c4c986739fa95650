import { readFile } from 'node:fs/promises'
import type { Seams } from '../../engine/clients/reference.ts'
import type { BrokenClient } from './broken-client.ts'
import { answers, sendsFor } from './on-the-wire.ts'

/** Changes requests to a managed identity. */
function asksTheMachine(
  change: (url: URL, headers: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
): Pick<Seams, 'network'> {
  return {
    network: (send) => (url, init) => {
      const asked = new URL(url)
      if (!asked.searchParams.has('resource')) return send(url, init)
      const headers = change(asked, init.headers)
      return send(asked.href, { ...init, headers })
    },
  }
}

/** Reports another expiry than that of the token. */
function reportsExpiry(change: (expiresOn: number) => number): Pick<Seams, 'acquire'> {
  return {
    acquire: (acquire) => async (wanted) => {
      const outcome = await acquire(wanted)
      if (outcome.error || outcome.expiresOn === undefined) return outcome
      return { token: outcome.token, expiresOn: change(outcome.expiresOn) }
    },
  }
}

const keptForMs = 5 * 60_000

/** The reference client reads its file for every request; this one for those of five minutes at once. */
export const keepsFileForMinutes: Pick<Seams, 'credential'> = {
  credential: (credential, { credential: told, nowMs }) => {
    if (told.type !== 'assertionFile') return credential
    let kept: { readonly content: string; readonly untilMs: number } | undefined
    return {
      ...credential,
      authenticate: async (context) => {
        if (!kept || kept.untilMs <= nowMs()) {
          kept = { content: await readFile(told.file, 'utf8'), untilMs: nowMs() + keptForMs }
        }
        const form = await credential.authenticate(context)
        return { ...form, client_assertion: kept.content.trim() }
      },
    }
  },
}

/** Takes a long wait for the end of the call, and forgets it. */
export const forgetsLongWaits: Pick<Seams, 'network'> = answers(() => async ({ forward }) => {
  const answer = await forward()
  if (Number(answer.headers.get('retry-after')) <= 60) return answer
  return new Response('{"error":"temporarily_unavailable"}', { status: 400 })
})

/** What a client declares, or was told, and does not do. */
export const breakingPromises: readonly BrokenClient[] = [
  {
    name: 'asks for a grant that does not exist',
    breaks: 'LEG-GRANT',
    seams: sendsFor('t1', ({ form }) => form.set('grant_type', 'client_credential')),
  },
  {
    name: 'asks the machine without the Metadata header',
    breaks: 'LEG-TOKEN',
    seams: asksTheMachine((_, { metadata: __, ...headers }) => headers),
  },
  {
    name: 'leaves out which managed identity it is to ask for',
    breaks: 'MANAGED-IDENTITY-CLIENT',
    seams: asksTheMachine((url, headers) => {
      url.searchParams.delete('client_id')
      return headers
    }),
  },
  {
    name: 'keeps the content of its assertion file for minutes',
    breaks: 'RENEW-FILE-EACH',
    seams: keepsFileForMinutes,
  },
  {
    name: 'reports the expiry of its tokens in milliseconds',
    breaks: 'RECIPIENT-EXPIRY',
    seams: reportsExpiry((seconds) => seconds * 1000),
  },
  {
    name: 'reports that its tokens last a day longer',
    breaks: 'RECIPIENT-EXPIRY',
    seams: reportsExpiry((seconds) => seconds + 86_400),
  },
  {
    name: 'forgets between two calls that it has to wait',
    breaks: 'RETRY-AFTER-SHARED',
    seams: forgetsLongWaits,
  },
]
