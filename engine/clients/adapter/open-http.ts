import { AdapterFailure } from '../client-under-test.ts'
import type { AdapterClient } from './adapter-client.ts'
import { createHttpChannel } from './http-channel.ts'
import { createPool } from './pool.ts'
import { printableNames } from './printable-names.ts'
import { protocolName } from './protocol.ts'
import { createScenario } from './scenario.ts'

export type HttpOptions = {
  /** URL of a server on this machine that takes each message as a POST request. */
  readonly url: string
  /** How long an operation may take. */
  readonly timeoutMs: number
  /** Default: the name in the server's reply to hello. */
  readonly name?: string | undefined
}

/**
 * Opens a client behind a server that is already running. `close` does not shut the server down.
 * The server holds one configured client, so scenarios take turns.
 * @throws {AdapterFailure} if the server is unreachable or does not speak this protocol
 */
export async function openHttp(options: HttpOptions): Promise<AdapterClient> {
  const channel = createHttpChannel(options)
  const hello = await channel.ask('hello', { protocol: protocolName })
  if (!hello.ok) {
    throw new AdapterFailure(
      `The adapter at ${options.url} refused ${protocolName}: ${channel.quote(hello.error.message)}`,
    )
  }
  const { capabilities } = hello
  const { name, version, language } = printableNames(hello)
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
        if (!reply.ok)
          warnings.add(`${name} refuses reset, so it may keep tokens between scenarios`)
        return reply.ok
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
        reset,
        said: async () => scenario.errorTexts().join('\n'),
        strangeHosts: () => [],
        close: () => {
          closing ??= reset()
            .then(() => {})
            .finally(end)
          return closing
        },
      }
    },
    close: async () => {},
  }
}
