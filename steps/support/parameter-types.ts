import { defineParameterType } from '@cucumber/cucumber'
import {
  applicationNames,
  clientNames,
  everyAgentName,
  everyBlueprintName,
  managedIdentityNames,
  personNames,
  tenantNames,
} from '../../engine/cast/names.ts'
import { credentialPhrases } from '../../engine/credentials/presentations.ts'
import { twists } from '../../engine/credentials/twists.ts'
import { cloudPattern, parseCloud } from './clouds.ts'
import { durationPattern, parseDuration, parseTime, timePattern } from './durations.ts'
import { callerPattern, parseCaller } from './graph-callers.ts'
import { listingPattern, objectPattern, parseListing, parseObject } from './graph-objects.ts'
import { parseResource, parseScope, resourcePattern, scopePattern } from './scopes.ts'

/** Names are quoted in features, and a name that nobody has makes the step undefined. */
function names(name: string, known: readonly string[]): void {
  defineParameterType({
    name,
    regexp: new RegExp(`"(?:${known.join('|')})"`),
    transformer: (text: string) => text.slice(1, -1),
    useForSnippets: false,
  })
}

names('blueprint', everyBlueprintName)
names('agent identity', everyAgentName)
names('application', [...everyBlueprintName, ...applicationNames])
names('client', clientNames)
names('person', personNames)
names('managed identity', managedIdentityNames)
names('tenant', tenantNames)

function phrases(known: readonly string[]): string {
  const escaped = known.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return escaped.sort((a, b) => b.length - a.length).join('|')
}

defineParameterType({
  name: 'credential',
  regexp: new RegExp(`its client secret "[^"]+"|${phrases(credentialPhrases)}`),
  transformer: (text: string) => text,
})
defineParameterType({
  name: 'twist',
  regexp: new RegExp(phrases(Object.keys(twists))),
  transformer: (text: string) => text,
})
defineParameterType({ name: 'cloud', regexp: cloudPattern, transformer: parseCloud })
defineParameterType({ name: 'resource', regexp: resourcePattern, transformer: parseResource })
defineParameterType({ name: 'scope', regexp: scopePattern, transformer: parseScope })
defineParameterType({ name: 'duration', regexp: durationPattern, transformer: parseDuration })
defineParameterType({ name: 'time', regexp: timePattern, transformer: parseTime })
defineParameterType({ name: 'caller', regexp: callerPattern, transformer: parseCaller })
defineParameterType({ name: 'object', regexp: objectPattern, transformer: parseObject })
defineParameterType({ name: 'listing', regexp: listingPattern, transformer: parseListing })
