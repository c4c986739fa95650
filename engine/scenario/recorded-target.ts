import { type Identity, publicHosts, type ScenarioRecording } from '../../evidence/index.ts'
import type { Directory } from '../cast/directory.ts'
import { idOfNobody } from '../cast/fill.ts'
import { knownValues } from '../cast/known-values.ts'
import {
  apiNames,
  applicationNames,
  type CastName,
  type ClientName,
  clientNames,
  everyBlueprintName,
  managedIdentityNames,
  personNames,
  type TenantName,
} from '../cast/names.ts'
import type { Target } from '../targets/target.ts'

/** By this a run and its recording agree on a scenario: file and line of its text. */
export function placeOf(file: string, line: number | undefined): string {
  return `${file}:${line ?? 0}`
}

export function recordedTarget(target: Target, recording: ScenarioRecording | undefined): Target {
  if (!recording) return target
  return { ...target, request: recording.around(target.request) }
}

const applications = [...everyBlueprintName, ...applicationNames]
const clients = clientNames.filter((name) => name !== 'Outpost')
const apis: readonly CastName[] = [...apiNames, 'the token exchange']
const resources = [...apis, ...applicationNames]

/** Every id and secret that the directory has a name for, as evidence calls it. */
export function identitiesOf(directory: Directory): readonly Identity[] {
  // To ask for another tenant is to make it.
  const tenants: readonly TenantName[] =
    directory.madeTenants().length > 1 ? ['Contoso', 'Fabrikam'] : ['Contoso']
  const guests: readonly ClientName[] = tenants.length > 1 ? ['Outpost'] : []
  const people = personNames.filter((name) => name !== 'Dana' || tenants.length > 1)
  const objects = [...clients, ...guests, ...managedIdentityNames]
  const everybody = [...objects, ...apis]
  return [
    { name: 'authority', value: directory.authorityHost },
    { name: 'authority host', value: new URL(directory.authorityHost).host },
    { name: 'nobody', value: idOfNobody, isPublic: true },
    ...tenants.flatMap((name) => known(name, () => directory.tenantId(name))),
    ...everybody.flatMap((name) => known(name, () => directory.clientId(name))),
    ...resources.flatMap((name) => known(`address of ${name}`, () => directory.address(name))),
    ...objects.flatMap((name) =>
      tenants.flatMap((tenant) =>
        known(`object of ${name} in ${tenant}`, () => directory.objectId(name, tenant)),
      ),
    ),
    ...applications.flatMap((name) =>
      known(`application of ${name}`, () => directory.applicationId(name)),
    ),
    ...people.flatMap((name) => known(name, () => directory.personId(name))),
    ...people.flatMap((name) => known(`user name of ${name}`, () => directory.userName(name))),
    ...known('graph', () => directory.graphOrigin),
    ...secretIdentities(directory),
  ].map((identity) => ({ ...identity, isPublic: identity.isPublic ?? isPublic(identity) }))
}

function secretIdentities(directory: Directory): readonly Identity[] {
  return [
    ...applications.flatMap((name) =>
      known(`new secret of ${name}`, () => directory.newSecret(name)),
    ),
    ...clients.flatMap((name) => known(`secret of ${name}`, () => directory.secret(name))),
    ...tokensOfPeople(directory),
  ]
}

function tokensOfPeople(directory: Directory): readonly Identity[] {
  return [
    ...known('token of the administrator', () => directory.graphToken() ?? ''),
    ...personNames.flatMap((name) =>
      known(`token of ${name}`, () => directory.userAssertion(name) ?? ''),
    ),
  ]
}

/** The secrets that a scenario has sent or can send. */
export function secretsOf(directory: Directory): readonly string[] {
  return [...directory.secrets(), ...tokensOfPeople(directory).map(({ value }) => value)]
}

function known(name: string, find: () => string): readonly Identity[] {
  return knownValues(find).map((value) => ({ name, value }))
}

/** Hosts, addresses and ids that are Microsoft's, in every tenant. */
function isPublic({ name, value }: Identity): boolean {
  if (/^(Microsoft Graph|the token exchange|address of the token exchange)$/.test(name)) return true
  const host = URL.canParse(value) ? new URL(value).host : value
  return publicHosts.includes(host)
}
