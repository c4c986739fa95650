import type { GraphCall } from '../call/graph-call.ts'

/** The query as it was sent, with another page token. */
export function nextLink({ http: { url } }: Pick<GraphCall, 'http'>, skipToken: string): string {
  const options = url.search
    .slice(1)
    .split('&')
    .filter((one) => one !== '' && !/^(\$|%24)?skiptoken=/i.test(one))
  const query = [...options, `$skiptoken=${encodeURIComponent(skipToken)}`]
  return `${url.origin}${url.pathname}?${query.join('&')}`
}
