import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { type Capabilities, capabilities } from '../capabilities.ts'
import type { Acquisition, ClientSetup, ConfiguredClient, Outcome } from '../client-under-test.ts'
import type { AdapterClient } from './adapter-client.ts'
import { type HandedCredential, handOver } from './credential-files.ts'
import { acquireMessage, configureMessage, outcomeOf } from './messages.ts'
import { type AdapterContext, oneShotContext } from './protocol.ts'
import { withRedirect } from './redirect-environment.ts'
import type { Redirect } from './redirect-type.ts'
import { runOnce } from './run-once.ts'
import type { WorkerOptions } from './worker.ts'

export type OneShotOptions = WorkerOptions & {
  /** Default: the name of the program. */
  readonly name?: string | undefined
  /** What the client can do. Default: the minimum of the protocol, without a cache. */
  readonly capabilities?: Capabilities | undefined
  readonly maxParallel?: number | undefined
}

/** Opens a client behind a program that runs once for each acquisition. */
export function openOneShot(options: OneShotOptions): AdapterClient {
  const able = options.capabilities ?? capabilities.parse({})
  const warnings = new Set<string>()
  const onWarning = (text: string) => void warnings.add(text)
  return {
    name: options.name ?? options.command.map((part) => basename(part)).join(' '),
    version: '',
    language: undefined,
    capabilities: able,
    maxParallel: able.parallel ? Math.max(1, options.maxParallel ?? 6) : 1,
    hasVirtualTime: false,
    get warnings() {
      return [...warnings]
    },
    configure: async (setup) => {
      const redirect = await options.openRedirect?.()
      return configureOneShot(setup, { ...options, onWarning, capabilities: able, redirect })
    },
    close: async () => {},
  }
}

type Parts = OneShotOptions & {
  readonly onWarning: (text: string) => void
  readonly capabilities: Capabilities
  readonly redirect: Redirect | undefined
}

async function configureOneShot(first: ClientSetup, parts: Parts): Promise<ConfiguredClient> {
  const { redirect, capabilities } = parts
  const scenarioId = randomUUID()
  const said: string[] = []
  const handed: HandedCredential[] = []
  const way = { capabilities, isRedirected: redirect !== undefined }

  const configure = async (setup: ClientSetup): Promise<AdapterContext['configure']> => {
    const credential = await handOver(setup.credential)
    handed.push(credential)
    return configureMessage(setup, credential.credential, way)
  }
  const close = async () => {
    await Promise.all(handed.map(({ remove }) => remove()))
    await redirect?.close()
  }
  const acquire = async (wanted: Acquisition): Promise<Outcome> => {
    const context = oneShotContext.parse({ configure: message, acquire: acquireMessage(wanted) })
    const own = {
      ...parts.env,
      AGENTID_CONFORMANCE_CONTEXT: JSON.stringify(context),
      AGENTID_CONFORMANCE_SCENARIO: scenarioId,
      AGENTID_CONFORMANCE_AUTHORITY: message.authorityHost,
    }
    const secrets = handed.flatMap((credential) => credential.secrets)
    const { reply, output } = await runOnce({
      command: parts.command,
      workdir: parts.workdir,
      passEnv: parts.passEnv,
      inherited: parts.inherited,
      onWarning: parts.onWarning,
      timeoutMs: parts.timeoutMs,
      env: withRedirect(own, redirect),
      secrets,
    })
    said.push(output)
    if (!reply.ok) said.push(JSON.stringify(reply))
    return outcomeOf(reply)
  }

  let message: AdapterContext['configure']
  try {
    message = await configure(first)
  } catch (error) {
    await close()
    throw error
  }
  return {
    acquire,
    reconfigure: async (other) => {
      message = await configure(other)
    },
    said: async () => said.join('\n'),
    strangeHosts: () => [...new Set(redirect?.strangeHosts())],
    close,
  }
}
