/**
 * Whether a claim of facets names the real ones expected, in any order. Real facets are odd; a
 * single one stands beside an even decoy, and `tenant` is 1 or 3.
 */
export function sameFacets(claim: unknown, expected: readonly string[]): boolean {
  if (typeof claim !== 'string') return false
  const named = claim.split(' ')
  const real = named.filter((facet) => Number(facet) % 2 === 1).map(tenantFacet(expected))
  const decoys = named.length - real.length
  const wantedDecoys = expected.length === 1 ? 1 : 0
  return decoys === wantedDecoys && real.sort().join(' ') === [...expected].sort().join(' ')
}

function tenantFacet(expected: readonly string[]) {
  const isTenant = (facet: string) => facet === '1' || facet === '3'
  return (facet: string) => (expected.includes('tenant') && isTenant(facet) ? 'tenant' : facet)
}
