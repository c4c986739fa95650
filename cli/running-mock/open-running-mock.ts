import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultDataFolder } from '../../mock-idp/node.ts'
import { networkCodeOf } from '../../wire/network-code.ts'
import { trustingFetch } from '../../wire/trusting-fetch.ts'
import { readControlToken } from '../serve/read-control-token.ts'
import type { Surroundings } from '../surroundings.ts'
import { readFileOf } from '../token/read-credential.ts'
import { variable } from '../token/variables.ts'
import { UsageError } from '../usage-error.ts'
import type { RunningMockOptions } from './options.ts'

/** The control API of a mock that runs. */
export type RunningMock = {
  /** @throws {UsageError} if it cannot be reached, or demands its token */
  readonly get: (path: string) => Promise<Response>
  readonly close: () => Promise<void>
}

/** Nothing ends a request but its answer, or the end of the command. */
const never = new AbortController()
const usualUrl = 'https://localhost:8443'

export async function openRunningMock(
  { url: given, controlToken }: RunningMockOptions,
  { env, fetch }: Pick<Surroundings, 'env' | 'fetch'>,
): Promise<RunningMock> {
  const url = given ?? variable(env, 'AGENTID_AUTHORITY_HOST') ?? usualUrl
  if (!URL.canParse(url)) throw new UsageError(`expected a URL such as ${usualUrl}, got '${url}'`)
  const token = controlToken === undefined ? undefined : await readControlToken(controlToken)
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const network = fetch ? { fetch, close: async () => {} } : trustingFetch(await readCa(env))
  return {
    get: async (path) => {
      const target = new URL(`/_mock${path}`, url).href
      const init = { method: 'GET', headers, redirect: 'manual', signal: never.signal } as const
      const response = await network.fetch(target, init).catch((error: unknown) => {
        throw unreachable(url, error)
      })
      if (response.ok) return response
      throw new UsageError(await saidBy(response, url))
    },
    close: network.close,
  }
}

async function readCa(env: Surroundings['env']): Promise<string | undefined> {
  const named = variable(env, 'AGENTID_CA_FILE')
  if (named !== undefined) return readFileOf('AGENTID_CA_FILE', named)
  return readFile(join(defaultDataFolder(), 'ca.pem'), 'utf8').catch(() => undefined)
}

function unreachable(url: string, error: unknown): UsageError {
  const why = networkCodeOf(error) ?? (error instanceof Error ? error.message : String(error))
  return new UsageError(
    `no mock answers at ${url} (${why}). Start one with agentid serve, or name it with --url; if its certificate is not trusted, set AGENTID_CA_FILE to the file that agentid serve prints.`,
  )
}

async function saidBy(response: Response, url: string): Promise<string> {
  if (response.status === 401) {
    return `the mock at ${url} demands its control token: pass --control-token. agentid serve printed it.`
  }
  const text = await response.text()
  try {
    const { error = text } = JSON.parse(text) as { readonly error?: string }
    return `the mock at ${url} answered ${response.status}: ${error}`
  } catch {
    return `${url} answered ${response.status}, so it is no mock of agentid`
  }
}
