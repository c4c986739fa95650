import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultDataFolder } from '../../mock-idp/node.ts'
import { trustingFetch } from '../../wire/trusting-fetch.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'

const timeoutMs = 5_000

/** `agentid health`: whether a mock, and no other server, answers there. Returns the exit code. */
export async function runHealth(
  { url: given }: { readonly url?: string },
  { env, stdout, stderr }: Pick<Surroundings, 'env' | 'stdout' | 'stderr'>,
): Promise<number> {
  const url = (given ?? env.AGENTID_AUTHORITY_HOST ?? 'https://localhost:8443').replace(/\/$/, '')
  const problem = await problemOf(url, env)
  if (problem !== undefined) {
    stderr.write(`agentid health: ${problem}\n`)
    return exitCodes.failed
  }
  stdout.write(`${url} answers\n`)
  return exitCodes.done
}

async function problemOf(url: string, env: Surroundings['env']): Promise<string | undefined> {
  if (!URL.canParse(url)) return `${url} is no URL. Expected one such as https://localhost:8443.`
  const { fetch, close } = trustingFetch(await authorityOf(env), timeoutMs)
  try {
    const answer = await fetch(`${url}/_mock/health`)
    const body: unknown = await answer.json().catch(() => undefined)
    if (isHealthy(body)) return undefined
    return `${url} answered with status ${answer.status}, and not as a mock does.`
  } catch (error) {
    return `no mock answers at ${url}: ${reasonOf(error)}. Start one with 'agentid serve', or name its address with --url. If it has a certificate authority of its own, name that in AGENTID_CA_FILE.`
  } finally {
    await close()
  }
}

/** Without a file, only what the public authorities signed is trusted, and http. */
async function authorityOf({ AGENTID_CA_FILE: named }: Surroundings['env']) {
  const file = named ?? join(defaultDataFolder(), 'ca.pem')
  return readFile(file, 'utf8').catch(() => undefined)
}

function isHealthy(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false
  return 'product' in body && body.product === 'agentid-conformance'
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
