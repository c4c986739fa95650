import { type GraphCall, rootOf } from '../call/graph-call.ts'
import type { Query } from '../odata/index.ts'

/** `@odata.context`: where in the metadata the answer is described. */
export function contextOf(
  call: GraphCall,
  name: string,
  { select }: Pick<Query, 'select'>,
): string {
  const selected = select ? `(${select.join(',')})` : ''
  return `${rootOf(call)}/$metadata#${name}${selected}`
}

/** The query as it was sent, with another page token. */
export function nextLink({ http: { url } }: Pick<GraphCall, 'http'>, skipToken: string): string {
  const options = url.search
    .slice(1)
    .split('&')
    .filter((one) => one !== '' && !/^(\$|%24)?skiptoken=/i.test(one))
  const query = [...options, `$skiptoken=${encodeURIComponent(skipToken)}`]
  return `${url.origin}${url.pathname}?${query.join('&')}`
}
