import fc, { type Arbitrary } from 'fast-check'
import type { AccessPolicy } from '../../directory/access-policy.ts'

/** A policy whose words are any texts. */
export function arbitraryAccessPolicy(text: Arbitrary<string>): Arbitrary<AccessPolicy> {
  const maybe = fc.option(text, { nil: undefined })
  const members: { readonly [Name in keyof AccessPolicy]-?: Arbitrary<AccessPolicy[Name]> } = {
    id: text,
    displayName: text,
    appliesTo: fc.constantFrom('people', 'agents', 'agentUsers'),
    principals: fc.array(text, { maxLength: 3 }),
    resourceAppId: maybe,
    authenticationContext: maybe,
    control: fc.constantFrom('block', 'mfa'),
  }
  return fc.record(members, { noNullPrototype: true })
}
