import type { Capabilities } from '../capabilities.ts'
import type { Acquisition, ClientError, ClientSetup, Outcome } from '../client-under-test.ts'
import type { Channel } from './channel.ts'
import { handOver } from './credential-files.ts'
import { acquireMessage, configureMessage, errorOf, outcomeOf } from './messages.ts'

/** An adapter during one scenario. */
export type Scenario = {
  /** Called once before the first acquisition, and again if the scenario changes the setup. */
  readonly configure: (setup: ClientSetup) => Promise<void>
  readonly acquire: (wanted: Acquisition) => Promise<Outcome>
  /** The texts of its error replies. */
  readonly errorTexts: () => readonly string[]
  /** Removes the files of the scenario. */
  readonly end: () => Promise<void>
}

type Parts = {
  readonly channel: Channel
  readonly capabilities: Capabilities
  readonly isRedirected: boolean
}

/** If the client refuses its configuration, every acquisition ends with the same error. */
export function createScenario({ channel, ...way }: Parts): Scenario {
  const errorTexts: string[] = []
  const removals: (() => Promise<void>)[] = []
  let refused: ClientError | undefined

  const noted = <Reply extends { readonly ok: boolean }>(reply: Reply): Reply => {
    if (!reply.ok) errorTexts.push(JSON.stringify(reply))
    return reply
  }

  return {
    configure: async (setup) => {
      const { credential, secrets, remove } = await handOver(setup.credential)
      removals.push(remove)
      channel.hide(secrets)
      const reply = noted(await channel.ask('configure', configureMessage(setup, credential, way)))
      refused = reply.ok ? undefined : errorOf(reply.error)
    },
    acquire: async (wanted) => {
      if (refused) return { error: refused }
      return outcomeOf(noted(await channel.ask('acquire', acquireMessage(wanted))))
    },
    errorTexts: () => errorTexts,
    end: async () => {
      await Promise.all(removals.map((remove) => remove()))
    },
  }
}
