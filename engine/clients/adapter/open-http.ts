import { AdapterFailure } from '../client-under-test.ts'
import type { AdapterClient } from './adapter-client.ts'
import { createHttpChannel } from './http-channel.ts'
import { createPool } from './pool.ts'
import { protocolName } from './protocol.ts'
import { createScenario } from './scenario.ts'

export type HttpOptions = {
  /** Of a server on this machine that answers each message in the body of a POST. */
  readonly url: string
  /** How long an operation may take. */
  readonly timeoutMs: number
  /** Default: what the server calls itself. */
  readonly name?: string | undefined
}

/**
 * A client behind a server that is running already, and goes on running: it is not told to shut
 * down. It holds one configured client, so that scenarios take turns.
 * @throws {AdapterFailure} if it cannot be reached, or does not speak this protocol
 */
export async function openHttp(options: HttpOptions): Promise<AdapterClient> {
  const channel = createHttpChannel(options)
  const hello = await channel.ask('hello', { protocol: protocolName })
  if (!hello.ok) {
    throw new AdapterFailure(
      `The adapter at ${options.url} refused ${protocolName}: ${channel.quote(hello.error.message)}`,
    )
  }
  const { name, version, language, capabilities } = hello
  const turns = createPool(channel, 1, async () => channel)
  const warnings = new Set<string>()
  return {
    name: options.name ?? name,
    version,
    language,
    capabilities,
    maxParallel: 1,
    hasVirtualTime: false,
    get warnings() {
      return [...warnings]
    },
    configure: async (setup) => {
      const turn = await turns.take()
      const scenario = createScenario({ channel, capabilities, isRedirected: false })
      const end = async () => {
        turns.giveBack(turn)
        await scenario.end()
      }
      const reset = async () => {
        const reply = await channel.ask('reset', {})
        if (!reply.ok) warnings.add(`${name} refuses reset, so that it may keep tokens`)
      }
      try {
        await scenario.configure(setup)
      } catch (error) {
        await end()
        throw error
      }
      let closing: Promise<void> | undefined
      return {
        acquire: scenario.acquire,
        reconfigure: scenario.configure,
        said: async () => scenario.errorTexts().join('\n'),
        strangeHosts: () => [],
        close: () => {
          closing ??= reset().finally(end)
          return closing
        },
      }
    },
    close: async () => {},
  }
}
