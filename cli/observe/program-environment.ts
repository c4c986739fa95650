import type { Variables } from '../../mock-idp/node.ts'
import { cleanEnvironment } from '../../programs/index.ts'
import type { KnownTenant } from './observed-mock.ts'

type Environment = Readonly<Record<string, string | undefined>>

export type ProgramEnvironmentOptions = {
  readonly inherited: Environment
  /** As `process.platform`. */
  readonly platform: string
  /** What leads the program to the mock. */
  readonly redirect: Readonly<Record<string, string>>
  /** What describes the first tenant of the mock. */
  readonly variables: Variables
  readonly tenants: readonly KnownTenant[]
  readonly httpUrl: string | undefined
  readonly managedIdentity: 'imds' | 'app-service'
  /** Variables that the program inherits besides those that every program needs. */
  readonly pass?: readonly string[] | undefined
}

/** Whose application the `AZURE_*` variables name. */
export type ApplicationVariables = 'of the mock' | 'replaced' | 'kept'

export type ProgramEnvironment = {
  readonly env: Readonly<Record<string, string>>
  readonly application: ApplicationVariables
  /** How many inherited variables the program does not get. */
  readonly keptOut: number
}

/** What Azure's SDKs and MSAL read to find a managed identity. One of this machine must not be asked. */
const managedIdentityVariables: readonly string[] = [
  'IDENTITY_ENDPOINT',
  'IDENTITY_HEADER',
  'IDENTITY_SERVER_THUMBPRINT',
  'IMDS_ENDPOINT',
  'MSI_ENDPOINT',
  'MSI_SECRET',
]

/**
 * The variables of an observed program: what it needs to run and what is passed on by name, never a managed
 * identity of this machine, and over them those of the mock.
 *
 * The `AZURE_*` variables of an application are replaced together, so that no id of one meets a secret of
 * another, unless `AZURE_TENANT_ID` names a tenant that the mock knows: then they were set for it.
 */
export function programEnvironment(options: ProgramEnvironmentOptions): ProgramEnvironment {
  const { inherited, platform, redirect, variables, pass } = options
  const tenantName = inheritedValue('AZURE_TENANT_ID', inherited, platform)
  const keeps = tenantName !== undefined && knows(tenantName, options.tenants)
  const application = keeps ? undefined : applicationVariables(variables)
  const own = { ...variables, ...managedIdentityOf(options), ...application, ...redirect }
  const dropped = [
    ...Object.keys(own),
    ...Object.keys(application ?? {}),
    ...managedIdentityVariables,
  ]
  const passed = keeps ? [...(pass ?? []), ...applicationNames] : pass
  const clean = cleanEnvironment(inherited, { pass: passed, own: onlySet(own), platform })
  const env = onlySet({ ...without(clean.variables, dropped, platform), ...own })
  const replaces = tenantName === undefined ? 'of the mock' : 'replaced'
  return { env, application: keeps ? 'kept' : replaces, keptOut: clean.keptOut }
}

function knows(name: string, tenants: readonly KnownTenant[]): boolean {
  const wanted = name.toLowerCase()
  return tenants.some(({ tenantId, domains }) =>
    [tenantId, ...domains].some((one) => one.toLowerCase() === wanted),
  )
}

const applicationNames = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET']

/** Read by Azure.Identity in every language, and by many a program itself. */
function applicationVariables(variables: Variables): Environment {
  return {
    AZURE_TENANT_ID: variables.AGENTID_TENANT_ID,
    AZURE_CLIENT_ID: variables.AGENTID_BLUEPRINT_CLIENT_ID,
    AZURE_CLIENT_SECRET: variables.AGENTID_BLUEPRINT_SECRET,
  }
}

/** Clients look for App Service first, so that its variables hide the metadata service of a virtual machine. */
function managedIdentityOf({
  httpUrl,
  managedIdentity,
  tenants,
}: ProgramEnvironmentOptions): Environment {
  if (httpUrl === undefined) return {}
  if (managedIdentity === 'imds') return { AZURE_POD_IDENTITY_AUTHORITY_HOST: httpUrl }
  const [first] = tenants
  return {
    IDENTITY_ENDPOINT: `${httpUrl}/msi/token`,
    IDENTITY_HEADER: first?.identityHeader ?? first?.tenantId,
  }
}

/** On Windows, names of variables ignore letter case. */
const sameName = (platform: string) => (name: string) =>
  platform === 'win32' ? name.toUpperCase() : name

function inheritedValue(
  name: string,
  environment: Environment,
  platform: string,
): string | undefined {
  const same = sameName(platform)
  const found = Object.entries(environment).find(([one]) => same(one) === same(name))
  return found?.[1] || undefined
}

/** All `AGENTID_*` variables go: a target is described by them together. */
function without(environment: Environment, names: readonly string[], platform: string) {
  const same = sameName(platform)
  const gone = new Set(names.map(same))
  const kept = Object.entries(environment).filter(
    ([name]) => !gone.has(same(name)) && !same(name).startsWith('AGENTID_'),
  )
  return Object.fromEntries(kept)
}

function onlySet(environment: Environment): Readonly<Record<string, string>> {
  const pairs = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries(pairs)
}
