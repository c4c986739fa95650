import { cleanEnvironment } from '../../programs/index.ts'
import { openRedirect } from '../../redirect/index.ts'
import type { Directory } from '../cast/directory.ts'
import type { Target } from '../targets/target.ts'
import { openApiDirectory, usualRole, usualScope, withOneDirectory } from './api-directory.ts'
import type { ApiPolicy } from './api-policy.ts'
import type { ApiSpec } from './api-spec.ts'
import { type ApiCall, type ApiUnderTest, ApiUnreachable } from './api-under-test.ts'
import { send } from './send.ts'
import { startApi } from './start-api.ts'

export type { ApiSpec } from './api-spec.ts'

export type OpenedApi = {
  readonly api: ApiUnderTest
  /** The target as the scenarios about this API have to see it. */
  readonly target: Target
}

/**
 * Makes a tenant with the API in it, starts the API and waits until it is ready.
 * @throws {ApiUnreachable} if it does not start
 */
export async function openApi(
  manifest: ApiSpec,
  opened: Target,
  inherited: Readonly<Record<string, string | undefined>>,
): Promise<OpenedApi> {
  const { name, policy, role = usualRole, scope = usualScope, resource } = manifest
  const { authorityHost, httpUrl, caFile } = opened
  if (caFile === undefined) throw new TypeError(`the target ${authorityHost} has no port`)
  const { audience } = manifest
  const directory = await openApiDirectory(opened, { role, scope, audience })
  const made = { name, version: manifest.version, policy, role, scope, ...openDoubt() }
  const { command } = manifest
  if (command === undefined) {
    const api = { ...made, call: callerOf(manifest), written: () => '', close: directory.close }
    return { api, target: withOneDirectory(opened, directory) }
  }
  const { variables } = cleanEnvironment(inherited, { pass: manifest.passEnv })
  const environment = { ...variables, ...manifest.env }
  const redirect = await openRedirect({ authorityHost, httpUrl, caFile, environment })
  const own = {
    AGENTID_AUTHORITY_HOST: authorityHost,
    AGENTID_TENANT_ID: directory.tenantId('Contoso'),
    AGENTID_CA_FILE: caFile,
    AGENTID_API_AUDIENCE: directory.clientId('Orders API'),
    AGENTID_API_ROLE: role,
    AGENTID_API_SCOPE: scope,
    AGENTID_API_POLICY: JSON.stringify(withIds(policy, directory)),
  }
  const started = await startApi({
    ...manifest,
    command,
    env: { ...manifest.env, ...redirect.environment, ...own },
    inherited,
  }).catch(async (error: unknown) => {
    await redirect.close()
    // What joined the tenant of a mock that goes on running leaves it again.
    await directory.close()
    throw error
  })
  const api: ApiUnderTest = {
    ...made,
    call: (call) => {
      started.forgive()
      return callerOf({ resource, origin: started.origin })(call)
    },
    written: started.written,
    close: async () => {
      await started.close()
      await redirect.close()
      await directory.close()
    },
  }
  return { api, target: withOneDirectory(opened, directory) }
}

function openDoubt(): Pick<ApiUnderTest, 'giveUp' | 'givenUp'> {
  let first: string | undefined
  return {
    giveUp: (why) => {
      first ??= why
    },
    givenUp: () => first,
  }
}

/** Names of the cast become the ids by which tokens name them. */
function withIds(policy: ApiPolicy, directory: Directory) {
  const { agents, blueprints, ...rest } = policy
  return {
    ...rest,
    agents: agents?.map(directory.clientId) ?? null,
    blueprints: blueprints?.map(directory.clientId) ?? null,
  }
}

function callerOf({ resource, origin }: Pick<ApiSpec, 'resource' | 'origin'>) {
  const { method, path } = resource
  return (call: ApiCall) => callApi(new URL(path, origin), method, call)
}

async function callApi(url: URL, method: string, { authorization = [], query = {} }: ApiCall) {
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value)
  try {
    return await send(url, method, authorization)
  } catch (error) {
    const { message, cause } = error as Error
    const why = cause instanceof Error ? cause.message : message
    throw new ApiUnreachable(`${method} ${url.pathname} got no answer from the API: ${why}`)
  }
}
