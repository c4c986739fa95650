import type { KnownValues } from '../../wire/known-values/known-values.ts'
import type { BasicCredentials } from '../http/parse-basic.ts'
import type { Form } from '../http/parse-form.ts'
import type { SeenRequest } from '../http/see-request.ts'
import type { JournalEntry, PresentedCredential } from './journal.ts'
import { isSecret, maskAll, masked, maskName, maskParameter } from './masking.ts'

/** The secrets that may stand anywhere in a request; asked for only when an entry is read. */
export type KnownSecrets = () => KnownValues

/** What a client chose, as it may be kept until somebody reads it. */
export type SeenParts = Pick<
  JournalEntry,
  'method' | 'host' | 'path' | 'query' | 'userAgent' | 'contentType'
> & {
  /** Names of query parameters that are secret by name or shape. */
  readonly secretNames: readonly string[]
}

export function seenParts({ query: asked, ...request }: SeenRequest): SeenParts {
  const { method, host, path, userAgent, contentType } = request
  const { query, secretNames } = asked === undefined ? noQuery : maskQuery(asked)
  return { method, host, path, query, userAgent, contentType, secretNames }
}

/** The names of all query parameters that hold a secret. */
export function credentialsInUrl(
  { query, secretNames }: SeenParts,
  known: KnownValues,
): readonly string[] {
  const hidden = Object.entries(query).filter(([, value]) => known.isIn(value))
  return [...new Set([...secretNames, ...hidden.map(([name]) => name)])]
}

type MaskedQuery = {
  readonly query: Readonly<Record<string, string>>
  readonly secretNames: readonly string[]
}

const noQuery: MaskedQuery = { query: {}, secretNames: [] }

function maskQuery(asked: URLSearchParams): MaskedQuery {
  const secret = [...asked].filter(([name, value]) => isSecret(name, value))
  return {
    query: maskAll(asked),
    secretNames: secret.map(([name, value]) => maskName(name, value)),
  }
}

/** A form can repeat a name a million times. */
const mostRepeated = 100
const credentialsInBody = ['client_secret', 'client_assertion'] as const

/** Every credential in the body, then the one in the header. Empty ones are none. */
export function presentedCredentials(
  { parameters, repeated }: Form,
  basic: BasicCredentials | undefined,
): readonly PresentedCredential[] {
  const presented: PresentedCredential[] = []
  for (const name of credentialsInBody) {
    if (parameters.get(name)) presented.push(name)
    const again = repeated.filter((one) => one === name).slice(0, mostRepeated)
    presented.push(...again.map(() => name))
  }
  if (basic?.secret) presented.push('basic')
  return presented
}

/** The client id of HTTP Basic as it may be shown: some clients send the secret in its place. */
export function shownClientId(basic: BasicCredentials | undefined): string | undefined {
  if (basic === undefined) return undefined
  const { clientId, secret } = basic
  return clientId !== '' && clientId === secret ? masked : maskParameter('client_id', clientId)
}
