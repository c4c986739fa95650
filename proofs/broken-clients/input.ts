import type { ClientSetup, Outcome } from '../../engine/clients/client-under-test.ts'
import { also, type BrokenClient } from './broken-client.ts'

/** The reference client sends nothing for a blank id, so this is its request without that check. */
async function askForT1(
  { request, tenantId, blueprintClientId, credential }: ClientSetup,
  named: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const answer = await request(`/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: blueprintClientId,
      scope: 'api://AzureADTokenExchange/.default',
      grant_type: 'client_credentials',
      client_secret: credential.type === 'secret' ? credential.value : '',
      ...named,
    }),
  })
  return { error: { kind: 'server', message: 'no T1', status: answer.status } }
}

/** Mistakes of the caller that are passed on. */
export const takingAnything: readonly BrokenClient[] = [
  {
    name: 'asks for T1 for an agent identity of blanks',
    breaks: 'INPUT-BLANK',
    seams: {
      acquire: (acquire, setup) => (wanted) => {
        const id = wanted.agentIdentity ?? ''
        return id.trim() === '' && id !== '' ? askForT1(setup, { fmi_path: id }) : acquire(wanted)
      },
    },
  },
  {
    name: 'asks for T1 for the text of a missing agent identity',
    breaks: 'INPUT-BLANK',
    alsoBreaks: also('the text of a missing value is sent', 'SEND-MISSING-VALUE'),
    seams: {
      acquire: (acquire, setup) => (wanted) =>
        typeof wanted.agentIdentity === 'string'
          ? acquire(wanted)
          : askForT1(setup, { fmi_path: String(wanted.agentIdentity) }),
    },
  },
  {
    name: 'leaves fmi_path out where the agent identity is missing',
    breaks: 'INPUT-BLANK',
    seams: {
      acquire: (acquire, setup) => (wanted) =>
        typeof wanted.agentIdentity === 'string' ? acquire(wanted) : askForT1(setup, {}),
    },
  },
  {
    name: 'leaves fmi_path out where the agent identity is empty',
    breaks: 'INPUT-BLANK',
    seams: {
      acquire: (acquire, setup) => (wanted) =>
        wanted.agentIdentity === '' ? askForT1(setup, {}) : acquire(wanted),
    },
  },
]
