import { basename } from 'node:path'
import type { ApiSpec } from '../../engine/apis/open-api.ts'
import { readApiPolicy } from '../../engine/apis/read-api-manifest.ts'
import type { RunningTenant } from '../../engine/run/index.ts'
import { isGuid } from '../../mock-idp/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { variable } from '../token/variables.ts'
import { UsageError } from '../usage-error.ts'
import type { ConformanceOptions } from './conformance-options.ts'

/** What a manifest says by itself. */
const startSeconds = 60
const usualPath = '/orders'

/**
 * The API that --api, --audience and a command describe.
 * @throws {UsageError} if they do not say where it is and which tokens are for it
 */
export async function apiFromOptions(options: ConformanceOptions): Promise<ApiSpec> {
  const { api, audience, role, scope, policy, mcp, command = [] } = options
  const url = api === undefined ? undefined : urlOf(api)
  if (audience !== undefined && !isGuid(audience)) {
    throw new UsageError('--audience: expected the application id of the API, a GUID')
  }
  const runs = command.length === 0
  if (runs && url === undefined) {
    throw new UsageError(
      '--audience needs the API itself: its URL with --api, or its command after --.',
    )
  }
  if (runs && audience === undefined) {
    throw new UsageError(
      '--api of an API that runs needs --audience, the application id that its tokens are for. To start the API instead, name its command after --.',
    )
  }
  const content = await readApiPolicy(policy)
  return {
    name: runs ? (url?.host ?? '') : basename(command.at(-1) ?? ''),
    command: runs ? undefined : command,
    origin: url?.origin,
    workdir: process.cwd(),
    env: {},
    startSeconds,
    resource: { method: 'GET', path: url ? `${url.pathname}${url.search}` : usualPath },
    audience: audience?.toLowerCase(),
    role,
    scope,
    policy: mcp ? { ...content, mcp } : content,
    expectedFailures: [],
    skip: [],
  }
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new UsageError(
    `--api: expected the URL of a resource, such as http://localhost:3000${usualPath}`,
  )
}

/**
 * The tenant that an API trusts which runs already.
 * @throws {UsageError} that names the variable which is missing
 */
export function runningTenantOf({ env }: Pick<Surroundings, 'env'>): RunningTenant {
  const needed = (name: string) => {
    const value = variable(env, name)
    if (value !== undefined) return value
    throw new UsageError(
      `${name} is not set. An API that runs is judged by a running mock, which it trusts: set AGENTID_AUTHORITY_HOST, AGENTID_TENANT_ID and AGENTID_CA_FILE to what agentid serve prints. To start the API instead, name its command after --.`,
    )
  }
  return {
    authorityHost: originOf(needed('AGENTID_AUTHORITY_HOST')),
    tenantId: needed('AGENTID_TENANT_ID'),
    caFile: needed('AGENTID_CA_FILE'),
    controlToken: variable(env, 'AGENTID_CONTROL_TOKEN'),
  }
}

function originOf(host: string): string {
  if (URL.canParse(host)) return new URL(host).origin
  throw new UsageError('AGENTID_AUTHORITY_HOST: expected a URL such as https://localhost:8443')
}
