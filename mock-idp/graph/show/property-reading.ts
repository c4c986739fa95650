import { enforce } from '../../answers/enforce.ts'
import { routeRules } from '../../rules/graph/requests.ts'
import { done, type GraphCall, rootOf } from '../call/graph-call.ts'
import { get, type Operation } from '../call/operation.ts'
import type { Entity } from './property-table.ts'

type Place<T> = {
  readonly collection: string
  readonly entity: Entity<T>
  readonly authorize: (call: GraphCall) => void
  readonly find: (call: GraphCall) => T
}

/**
 * `GET applications/{id}/passwordCredentials`: each property can be read alone (OData 4.01, part 1, section 11.2.4).
 * One without a value answers 204.
 */
export function propertyOperations<T>(place: Place<T>): readonly Operation[] {
  const { collection, entity, authorize, find } = place
  return Object.entries(entity.properties).map(([name, read]) =>
    get(`${collection}/{id}/${name}`, (call) => {
      authorize(call)
      const object = find(call)
      const value = read(object, call.tenant)
      const facts = { segment: name, pathFound: value !== undefined, methodFound: true }
      enforce(routeRules, facts, call.examination)
      if (value === null || value === undefined) return done
      const { id } = entity.properties
      const context = `${collection}('${id?.(object, call.tenant)}')/${name}`
      return {
        status: 200,
        body: { '@odata.context': `${rootOf(call)}/$metadata#${context}`, value },
      }
    }),
  )
}
