import {
  agentNames,
  applicationNames,
  blueprintNames,
  type CastName,
  newAgentNames,
  newBlueprintNames,
} from '../cast/names.ts'
import type { Listing, ObjectName } from '../requests/graph-objects.ts'

const blueprints = [...blueprintNames, ...newBlueprintNames].join('|')
const agents = [...agentNames, ...newAgentNames].join('|')
const applications = applicationNames.join('|')

/** `the blueprint "Concierge"`, `the principal of "Concierge"`, `the agent user "porter"`, … */
export const objectPattern = new RegExp(
  [
    `the blueprint "(?:${blueprints})"`,
    `the application "(?:${applications})"`,
    `the principal of "(?:${blueprints}|${applications}|Microsoft Graph)"`,
    `the agent identity "(?:${agents})"`,
    'the agent user "[\\w-]+"',
    'an? (?:blueprint|principal|agent identity|agent user) that nobody has',
  ].join('|'),
)

export function parseObject(text: string): ObjectName {
  const [, strange] = /^an? (.+) that nobody has$/.exec(text) ?? []
  const [, kind = strange, name] = /^the (.+?)(?: of)? "(.+)"$/.exec(text) ?? []
  return { kind: kind as ObjectName['kind'], name: name as CastName | undefined }
}

const listings: readonly Listing[] = [
  'the blueprints',
  'the blueprint principals',
  'the agent identities',
  'the applications',
  'the principals',
  'the users',
  'the agent users',
  'the deleted applications',
  'the deleted principals',
  'the deleted users',
  'the permission grants',
  'the sign-ins',
  'the domains',
  'the tenants',
]

export const listingPattern = new RegExp(listings.join('|'))

export function parseListing(text: string): Listing {
  return text as Listing
}
