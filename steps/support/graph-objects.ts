import {
  applicationNames,
  type CastName,
  everyAgentName,
  everyBlueprintName,
} from '../../engine/cast/names.ts'
import { type Listing, listings, type ObjectName } from '../../engine/requests/graph-objects.ts'

const blueprints = everyBlueprintName.join('|')
const agents = everyAgentName.join('|')
const applications = applicationNames.join('|')

/** `the blueprint "Concierge"`, `the principal of "Concierge"`, `the agent user "porter"`, … */
export const objectPattern = new RegExp(
  [
    `the blueprint "(?:${blueprints})"`,
    `the principal of "(?:${blueprints}|${applications}|Microsoft Graph)"`,
    `the agent identity "(?:${agents})"`,
    'the agent user "[\\w-]+"',
    'an? (?:blueprint|principal|agent identity) that nobody has',
  ].join('|'),
)

export function parseObject(text: string): ObjectName {
  const [, strange] = /^an? (.+) that nobody has$/.exec(text) ?? []
  const [, kind = strange, name] = /^the (.+?)(?: of)? "(.+)"$/.exec(text) ?? []
  return { kind: kind as ObjectName['kind'], name: name as CastName | undefined }
}

export const listingPattern = new RegExp(listings.join('|'))

export function parseListing(text: string): Listing {
  return text as Listing
}
