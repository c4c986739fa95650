import fc, { type Arbitrary } from 'fast-check'
import type { Change, Collections } from '../../directory/collections.ts'
import type { Tenant } from '../../directory/tenant.ts'
import { arbitraries } from './arbitrary-tenant.ts'

/** Objects that are new, put in the place of others, removed, and put again. */
export const arbitraryChanges = (tenant: Tenant): Arbitrary<readonly Change[]> => {
  const ofCollection = (Object.keys(arbitraries) as (keyof Collections)[]).map((collection) => {
    const key = fc.constantFrom(...tenant[collection].keys(), 'one', 'two')
    const members = {
      collection: fc.constant(collection),
      key,
      value: fc.option(arbitraries[collection] as Arbitrary<unknown>, { nil: undefined }),
    }
    return fc.record(members, { noNullPrototype: true })
  })
  return fc.array(fc.oneof(...ofCollection), { maxLength: 6 }) as Arbitrary<readonly Change[]>
}
