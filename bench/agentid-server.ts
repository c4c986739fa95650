import { join } from 'node:path'
import type { TokenRequest } from './load.ts'
import type { Surroundings } from './measurement.ts'
import { type BenchServer, startServer } from './start-server.ts'

/** The ready line of `agentid serve --json`, as far as it is used here. */
export type Ready = {
  readonly authorityHost: string
  readonly httpUrl: string
  readonly caFile: string
  readonly env: Readonly<Record<string, string>>
}

export type AgentidServer = BenchServer<Ready>

/** Where a mock is reached, and as whom. */
type Reached = { readonly ready: Pick<Ready, 'httpUrl' | 'env'> }

type Build = Pick<Surroundings, 'dist' | 'keysFolder'>

/** The command that serves a build over https and http, with keys kept in a folder of the bench. */
export function serveCommand({ dist, keysFolder }: Build, extra: readonly string[] = []) {
  const cli = join(dist, 'cli', 'agentid.js')
  const where = ['--port', '0', '--http-port', '0', '--ca-dir', keysFolder]
  return [process.execPath, cli, 'serve', '--json', ...where, ...extra]
}

export function startAgentid(build: Build, extra?: readonly string[]): Promise<AgentidServer> {
  return startServer(serveCommand(build, extra))
}

export function t1Request({ ready }: Reached, agentId?: string): TokenRequest {
  const { env } = ready
  return tokenRequest(ready, {
    client_id: env.AGENTID_BLUEPRINT_CLIENT_ID ?? '',
    client_secret: env.AGENTID_BLUEPRINT_SECRET ?? '',
    scope: 'api://AzureADTokenExchange/.default',
    grant_type: 'client_credentials',
    fmi_path: agentId ?? env.AGENTID_AGENT_ID ?? '',
  })
}

export function redemption({ ready }: Reached, t1: string, agentId?: string): TokenRequest {
  return tokenRequest(ready, {
    client_id: agentId ?? ready.env.AGENTID_AGENT_ID ?? '',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: t1,
    scope: 'https://graph.microsoft.com/.default',
    grant_type: 'client_credentials',
  })
}

/** A form for the token endpoint of the seeded tenant. */
function tokenRequest(
  { httpUrl, env }: Reached['ready'],
  parameters: Readonly<Record<string, string>>,
): TokenRequest {
  const url = `${httpUrl}/${env.AGENTID_TENANT_ID}/oauth2/v2.0/token`
  return { url, form: String(new URLSearchParams(parameters)) }
}
