import { readJwt } from '../../wire/jwt.ts'
import type { Directory } from '../directory/directory.ts'
import { parseBasic } from '../http/parse-basic.ts'
import type { SeenRequest } from '../http/see-request.ts'

/** A form can hold a million parameters. */
const mostValues = 100

/**
 * The clients whose secrets and tokens a request carries, by their ids in lower case. A request that asks no tenant and
 * names no client is found by them alone.
 */
export function ownersOf(request: SeenRequest, directory: Directory): readonly string[] {
  const values = new Set(valuesOf(request))
  if (values.size === 0) return []
  const ofSecrets = [...directory.tenants()].flatMap(({ applications }) =>
    [...applications.values()]
      .filter(({ secrets }) => secrets.some(({ value }) => values.has(value)))
      .map(({ appId }) => appId),
  )
  return [...ofSecrets, ...[...values].flatMap(subjectsOf)].map((id) => id.toLowerCase())
}

function valuesOf({ form, query, authorization = '' }: SeenRequest): readonly string[] {
  const sent = [...form.parameters.values(), ...(query?.values() ?? [])].slice(0, mostValues)
  const { clientId, secret } = parseBasic(authorization) ?? {}
  const [, bearer] = /^Bearer (\S+)$/i.exec(authorization) ?? []
  return [...sent, clientId, secret, bearer].flatMap((value) => value || [])
}

/** T1 names its agent identity after the last slash of its subject, an agent token in `azp` or `appid`. */
function subjectsOf(value: string): readonly string[] {
  const { sub, azp, appid } = readJwt(value)?.claims ?? {}
  const named = [typeof sub === 'string' ? sub.split('/').at(-1) : undefined, azp, appid]
  return named.filter((id) => typeof id === 'string')
}
