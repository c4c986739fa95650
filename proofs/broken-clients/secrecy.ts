import type { Seams } from '../../engine/clients/reference.ts'
import type { BrokenClient } from './broken-client.ts'
import { type Outgoing, perClient, sends } from './on-the-wire.ts'

/** Remembers what it sent, and tells of it after the call. */
function tells(
  of: (request: Outgoing) => string | undefined,
  where: 'log' | 'error',
): Pick<Seams, 'network' | 'acquire'> {
  const sentBy = perClient((): string[] => [])
  const { network } = sends((request) => {
    const told = of(request)
    if (told !== undefined) sentBy(request.setup).push(told)
  })
  return {
    network,
    acquire: (acquire, setup, say) => async (wanted) => {
      const outcome = await acquire(wanted)
      const told = sentBy(setup).splice(0).join('\n')
      if (where === 'log') say(told)
      if (where === 'log' || !outcome.error) return outcome
      return { error: { ...outcome.error, message: `${outcome.error.message} ${told}` } }
    },
  }
}

const sent = (name: string) => (request: Outgoing) => request.form.get(name) ?? undefined

/** Secrets in events and errors. */
export const tellingTales: readonly BrokenClient[] = [
  {
    name: 'logs its client secret',
    breaks: 'LOG-SECRETS',
    seams: tells(sent('client_secret'), 'log'),
  },
  {
    name: 'logs the assertions that it presents',
    breaks: 'LOG-SECRETS',
    seams: tells(sent('client_assertion'), 'log'),
  },
  {
    name: 'logs the tokens that it hands out',
    breaks: 'LOG-SECRETS',
    seams: {
      acquire: (acquire, _, say) => async (wanted) => {
        const outcome = await acquire(wanted)
        if (outcome.token !== undefined) say(`acquired ${outcome.token}`)
        return outcome
      },
    },
  },
  {
    name: 'writes the client secret into its errors',
    breaks: 'LOG-SECRETS',
    seams: tells(sent('client_secret'), 'error'),
  },
  {
    name: 'writes T1 into its errors',
    breaks: 'LOG-SECRETS',
    seams: tells(sent('client_assertion'), 'error'),
  },
]
