import type { BasicCredentials } from '../http/parse-basic.ts'
import type { Form } from '../http/parse-form.ts'
import type { SeenRequest } from '../http/see-request.ts'
import type { EndpointName, JournalEntry, PresentedCredential } from './journal.ts'
import { hideSecrets, isSecret, maskAll, masked, maskName, maskParameter } from './masking.ts'

/** The secrets that may stand anywhere in a request; asked for only when an entry is read. */
export type KnownSecrets = () => readonly string[]

type Described = Pick<
  JournalEntry,
  | 'endpoint'
  | 'method'
  | 'host'
  | 'path'
  | 'query'
  | 'userAgent'
  | 'contentType'
  | 'credentialsInUrl'
>

/** Masks at once what is secret by its name or shape, and the secrets of the tenant when the entry is read. */
export function describeSeen(
  endpoint: EndpointName,
  { method, host, path, query: asked, userAgent, contentType }: SeenRequest,
): (secrets: readonly string[]) => Described {
  const { query, secretNames } = asked === undefined ? noQuery : maskQuery(asked)
  return (secrets) => {
    const shown = hideIn(query, secrets)
    const hidden = Object.keys(query).filter((name) => shown[name] !== query[name])
    return {
      endpoint,
      method,
      host,
      path: hideSecrets(maskParameter('path', path), secrets),
      query: shown,
      userAgent: userAgent && hideSecrets(maskParameter('userAgent', userAgent), secrets),
      contentType: contentType && hideSecrets(maskParameter('contentType', contentType), secrets),
      credentialsInUrl: [...new Set([...secretNames, ...hidden])],
    }
  }
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

/** Values without any of these secrets. */
export function hideIn(
  values: Readonly<Record<string, string>>,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const pairs = Object.entries(values).map(([name, value]) => [name, hideSecrets(value, secrets)])
  return Object.fromEntries(pairs)
}

const credentialsInBody = ['client_secret', 'client_assertion'] as const

/** Every credential in the body, then the one in the header. Empty ones are none. */
export function presentedCredentials(
  { parameters, repeated }: Form,
  basic: BasicCredentials | undefined,
): readonly PresentedCredential[] {
  const presented: PresentedCredential[] = []
  for (const name of credentialsInBody) {
    if (parameters.get(name)) presented.push(name)
    for (const again of repeated) if (again === name) presented.push(name)
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
