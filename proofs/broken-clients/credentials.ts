import { readFile } from 'node:fs/promises'
import type { Credential } from '../../client/index.ts'
import type { ClientSetup } from '../../engine/clients/client-under-test.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { sends, sendsFor } from './on-the-wire.ts'

const basicOf = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`

const isManagedIdentity = ({ credential }: ClientSetup) => credential.type === 'managedIdentity'

/** An assertion file whose content never changes for who read it once. */
function readOnce(credential: Credential, { credential: told }: ClientSetup): Credential {
  if (told.type !== 'assertionFile') return credential
  const { file } = told
  let content: Promise<string> | undefined
  return {
    ...credential,
    cacheKey: () => file,
    authenticate: async (context) => {
      content ??= readFile(file, 'utf8')
      return { ...(await credential.authenticate(context)), client_assertion: await content }
    },
  }
}

/** Two proofs, none, one in the wrong place, or one that is old. */
export const provingWrongly: readonly BrokenClient[] = [
  {
    name: 'sends a client secret beside the assertion of its certificate',
    breaks: 'SEND-ONE-CREDENTIAL',
    toleratedBy: ['CRED-SINGLE'],
    seams: sendsFor('t1', ({ form, setup: { credential } }) => {
      if (credential.type === 'certificate') form.set('client_secret', 'a-secret-of-long-ago')
    }),
  },
  {
    name: 'sends its client secret by HTTP Basic as well',
    breaks: 'SEND-ONE-CREDENTIAL',
    toleratedBy: ['CRED-SINGLE'],
    seams: sendsFor('t1', ({ form, headers }) => {
      const [id, secret] = [form.get('client_id'), form.get('client_secret')]
      if (id && secret) headers.authorization = basicOf(id, secret)
    }),
  },
  {
    name: 'sends its client secret twice',
    breaks: 'SEND-ONE-CREDENTIAL',
    toleratedBy: ['CRED-SINGLE', 'REQ-REPEATED'],
    seams: sendsFor('t1', ({ form }) => {
      const secret = form.get('client_secret')
      if (secret) form.append('client_secret', secret)
    }),
  },
  {
    name: 'sends the client secret undefined beside the token of its managed identity',
    breaks: 'SEND-MISSING-VALUE',
    alsoBreaks: also('undefined is a second credential', 'SEND-ONE-CREDENTIAL'),
    toleratedBy: ['CRED-SINGLE'],
    seams: sendsFor('t1', ({ form, setup }) => {
      if (isManagedIdentity(setup)) form.set('client_secret', 'undefined')
    }),
  },
  {
    name: 'sends null for the claims that nobody asked for',
    breaks: 'SEND-MISSING-VALUE',
    seams: sends(({ form }) => form.set('claims', 'null')),
  },
  {
    name: 'sends an empty parameter for what its managed identity does not have',
    breaks: 'SEND-MISSING-VALUE',
    seams: sendsFor('t1', ({ form, setup }) => {
      if (isManagedIdentity(setup)) form.set('client_certificate', '')
    }),
  },
  {
    name: 'sends an object where text belongs',
    breaks: 'SEND-MISSING-VALUE',
    seams: sendsFor('redemption', ({ form }) => form.set('resource', String({}))),
  },
  {
    name: 'writes its client secret into the URL as well',
    breaks: 'SEND-IN-BODY',
    seams: sendsFor('t1', ({ form, url }) => {
      const secret = form.get('client_secret')
      if (secret) url.searchParams.set('client_secret', secret)
    }),
  },
  {
    name: 'writes T1 into the URL as well',
    breaks: 'SEND-IN-BODY',
    seams: sendsFor('redemption', ({ form, url }) =>
      url.searchParams.set('client_assertion', form.get('client_assertion') ?? ''),
    ),
  },
  {
    name: 'reads its assertion file once',
    breaks: 'RENEW-FILE',
    alsoBreaks: [
      ...also('what was read has expired by then', 'RENEW-ASSERTION'),
      ...also('it is not read for the next request either', 'RENEW-FILE-EACH'),
      ...also('what is read once is read with its line end', 'FILE-LINE-END'),
    ],
    seams: { credential: readOnce },
  },
  {
    name: 'asks its managed identity after every call again',
    breaks: 'MANAGED-IDENTITY-ONCE',
    alsoBreaks: [...also('its scenarios meet the same fault', 'MANAGED-IDENTITY-CLIENT')],
    seams: {
      acquire: (acquire, setup) => async (wanted) => {
        const outcome = await acquire(wanted)
        await askTheMachine(setup)
        return outcome
      },
    },
  },
  {
    name: 'asks its managed identity for a token of Microsoft Graph',
    breaks: 'MANAGED-IDENTITY-AUDIENCE',
    toleratedBy: [
      'FIC-ISSUER',
      'FIC-KEY',
      'FIC-SIGNATURE',
      'FIC-SUBJECT',
      'FIC-AUDIENCE',
      'FIC-ENTRA-AUDIENCE',
    ],
    seams: {
      network: (send) => (url, init) => {
        const asked = new URL(url)
        if (asked.searchParams.has('resource')) {
          asked.searchParams.set('resource', 'https://graph.microsoft.com')
        }
        return send(asked.href, init)
      },
    },
  },
]

async function askTheMachine({ credential, request }: ClientSetup): Promise<void> {
  if (credential.type !== 'managedIdentity') return
  const url = new URL(credential.endpoint)
  url.searchParams.set('api-version', '2019-08-01')
  url.searchParams.set('resource', 'api://AzureADTokenExchange')
  await request(url.href, { headers: { 'x-identity-header': credential.header ?? '' } })
}
