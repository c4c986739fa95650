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
