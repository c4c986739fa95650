import { agentFacet, agentUserFacet } from './facets.ts'
import { type Reading, readText } from './reading.ts'

const numbers = (text: string) => text.split(/\s+/).filter(Boolean)
const isEven = (number: string) => /^\d*[02468]$/.test(number)

const filler = (number: string) => `${number} even, so filler (inferred)`

const facetMeaning = (number: string): string => {
  if (number === agentFacet) return '11 agent identity (documented)'
  if (number === agentUserFacet) return "13 agent's user account (documented)"
  if (isEven(number)) return filler(number)
  if (number === '9') return '9 in every captured service principal (inferred)'
  return `${number} not documented, ignore it`
}

/** Facets of who acts, of the subject and of the tenant. */
export const facets: Reading = readText((text) => numbers(text).map(facetMeaning).join('; '))

/** Documented in agent-token-claims.md. */
const relations: Readonly<Record<string, string>> = {
  1: 'member user',
  3: 'MSA member',
  5: 'guest',
  7: 'service principal',
  9: 'device',
  11: 'GDAP user',
  13: 'application without service principal',
  15: 'passthrough',
  17: 'native identity user with profile',
  19: 'native identity user',
  21: 'native Teams meeting participant',
  23: 'passthrough authenticated Teams participant',
  25: 'native content-sharing user',
  27: 'fully synced MTO member',
  29: 'weak MTO user',
  31: 'DAP user',
  33: 'federated managed identity',
}

const relationMeaning = (number: string): string => {
  if (Object.hasOwn(relations, number)) return `${number} ${relations[number]}`
  return isEven(number) ? filler(number) : `${number} not documented, ignore it`
}

export const relation: Reading = readText((text) => numbers(text).map(relationMeaning).join('; '))
