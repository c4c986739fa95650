import { setTimeout as wait } from 'node:timers/promises'
import { inspect } from 'node:util'
import type { Answered, Contact } from '../../judge/index.ts'
import type { Directory } from '../cast/directory.ts'
import type { BlueprintName } from '../cast/names.ts'
import type { Capabilities } from '../clients/capabilities.ts'
import type {
  Acquisition,
  ClientCredential,
  ClientError,
  ClientUnderTest,
  Cloud,
  ConfiguredClient,
  Flow,
  Outcome,
} from '../clients/client-under-test.ts'
import { Difference, noToken } from '../outcomes/difference.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import type { Target } from '../targets/target.ts'
import type { Trap } from '../traps/index.ts'
import { createAssertionFile } from './assertion-file.ts'
import { authoritiesOf, expiryOfToken, secretsIn } from './client-facts.ts'
import type { SandboxControl } from './sandbox-control.ts'

/** The client under test in one scenario, configured on first use, and the answers it got. */
export type ClientSession = {
  /** @throws {NotTestable} if the client does not declare what `declared` looks for */
  readonly needs: (what: string, declared: (capabilities: Capabilities) => boolean) => void
  readonly capabilities: Capabilities
  /** Chooses the blueprint and its credential. Call it before the first acquisition. */
  readonly actsFor: (blueprint: BlueprintName, credential?: ClientCredential) => void
  /** Chooses the cloud. Call it before the first acquisition. */
  readonly actsIn: (cloud: Cloud) => void
  /** Gives the client this server as its authority. Call it before the first acquisition. */
  readonly meets: (trap: Trap) => void
  /** Closes what a scenario opened when it ends. */
  readonly closeAfter: (close: () => Promise<void>) => void
  /** @throws {Difference} if the client does not do what it declares */
  readonly acquire: (wanted: Acquisition) => Promise<void>
  /** The same, for whoever judges the outcome. */
  readonly tries: (wanted: Acquisition) => Promise<Outcome>
  /** Drops every cache of the client. */
  readonly reset: () => Promise<void>
  /** Configures the same process with another credential; its state stays. */
  readonly proveAnew: (credential: ClientCredential) => Promise<void>
  /** Configures the same process as another blueprint, with its client secret; its state stays. */
  readonly becomes: (blueprint: BlueprintName) => Promise<void>
  readonly tokens: () => readonly string[]
  /** How many of its answers were tokens that had expired by then. */
  readonly expiredTokens: () => number
  /** @throws {Difference} unless the last answer was a token */
  readonly lastToken: () => string
  /** @throws {Difference} unless the last answer was an error */
  readonly lastError: () => ClientError
  readonly asked: () => readonly Answered[]
  /** Advances the time of the client and of the tenants. */
  readonly passTime: (seconds: number) => Promise<void>
  /** Everything that the client wrote or reported, without tokens. */
  readonly said: () => Promise<string>
  readonly strangeHosts: () => Promise<readonly string[]>
  readonly contacts: () => Promise<readonly Contact[]>
  /** The hosts under which it may contact the identity provider. Undefined: under any. */
  readonly authorities: () => readonly string[] | undefined
  /** What it was given to keep secret. */
  readonly ownSecrets: () => readonly string[]
  /** Writes an assertion into the file that the client reads, and returns its path. */
  readonly writeAssertion: (assertion: string) => Promise<string>
  readonly heldAssertion: () => string
  readonly hasActed: () => boolean
  readonly close: () => Promise<void>
}

type Parts = {
  readonly client: ClientUnderTest
  readonly target: Target
  readonly directory: Directory
  readonly control: SandboxControl
  /** Called with the credential before the client acts in a flow for the first time. */
  readonly begins?:
    | ((credential: ClientCredential | undefined, flow: Flow) => Promise<void>)
    | undefined
}

/** The longest real wait for a client whose clock cannot be moved. */
const longestWaitSeconds = 3

export function createClientSession({
  client,
  target,
  directory,
  control,
  begins = async () => {},
}: Parts): ClientSession {
  const asked: Answered[] = []
  const answered: (Answered & { readonly outcome: Outcome; readonly atSeconds: number })[] = []
  const assertions = createAssertionFile()
  let acting: {
    readonly blueprint: BlueprintName
    readonly credential?: ClientCredential | undefined
    readonly cloud: Cloud
  } = { blueprint: 'Concierge', cloud: 'public' }
  const given = new Set<string>()
  const closing: (() => Promise<void>)[] = []
  let trap: Trap | undefined
  let starting: Promise<ConfiguredClient> | undefined

  const setup = () => {
    const { blueprint, cloud } = acting
    const { credential = { type: 'secret', value: directory.secret(blueprint) } as const } = acting
    for (const secret of secretsIn(credential)) given.add(secret)
    return {
      authorityHost: target.authorityHost,
      httpUrl: target.httpUrl,
      caFile: target.caFile,
      tenantId: directory.tenantId('Contoso'),
      cloud,
      blueprintClientId: directory.clientId(blueprint),
      credential,
      request: target.request,
      nowMs: () => control.nowSeconds() * 1000,
      passTime: control.passTime,
      ...(trap && {
        authorityHost: trap.origin,
        httpUrl: undefined,
        caFile: trap.caFile,
        sockets: { origins: [trap.origin], caPem: trap.caPem },
      }),
    }
  }
  const beginnings = new Map<Flow, Promise<void>>()
  const begin = (flow: Flow = 'autonomous') => {
    const beginning = beginnings.get(flow) ?? begins(acting.credential, flow)
    beginnings.set(flow, beginning)
    return beginning
  }
  const start = () => client.configure(setup())
  const tries = async (wanted: Acquisition): Promise<Outcome> => {
    await begin(wanted.flow)
    await directory.ready()
    starting ??= start()
    const { agentIdentity, scope, tenantId = directory.tenantId('Contoso') } = wanted
    const { flow, user, userAssertion } = wanted
    const about = { flow, user, userAssertion }
    const call = { agentIdentity: agentIdentity ?? '', scope, tenantId, ...about }
    if (userAssertion) given.add(userAssertion)
    asked.push(call)
    const configured = await starting
    const outcome = await configured.acquire(wanted)
    const { token } = outcome
    const atSeconds = control.nowSeconds()
    answered.push({ ...call, token, expiresOn: expiryOf(outcome), outcome, atSeconds })
    return outcome
  }
  const last = () => {
    const outcome = answered.at(-1)?.outcome
    if (outcome) return outcome
    throw new TypeError('the client under test was not asked yet')
  }

  return {
    capabilities: client.capabilities,
    needs: (what, declared) => {
      if (declared(client.capabilities)) return
      throw new NotTestable(`${client.name} does not declare ${what}`)
    },
    actsFor: (blueprint, credential) => {
      acting = { ...acting, blueprint, credential }
    },
    actsIn: (cloud) => {
      acting = { ...acting, cloud }
    },
    meets: (server) => {
      trap = server
      closing.push(server.close)
    },
    closeAfter: (close) => void closing.push(close),
    tries,
    acquire: async (wanted) => {
      const { error } = await tries(wanted)
      if (error?.kind !== 'unsupported') return
      throw new Difference('what the client declares', 'that it can do this', 'unsupported')
    },
    reset: async () => {
      const reset = (await starting)?.reset
      if (reset && (await reset())) return
      throw new NotTestable(`${client.name} has no reset`)
    },
    proveAnew: async (credential) => {
      acting = { ...acting, credential }
      await (await starting)?.reconfigure(setup())
    },
    becomes: async (blueprint) => {
      acting = { ...acting, blueprint, credential: undefined }
      await (await starting)?.reconfigure(setup())
    },
    tokens: () => answered.flatMap(({ token }) => token ?? []),
    expiredTokens: () =>
      answered.filter(({ token, atSeconds }) => expiryOfToken(token) <= atSeconds).length,
    lastToken: () => {
      const { token, error } = last()
      if (token !== undefined) return token
      throw noToken('the client under test has a token', 'a token', error.message)
    },
    lastError: () => {
      const { error } = last()
      if (error !== undefined) return error
      throw new Difference('the client under test reports an error', 'an error', 'a token')
    },
    // A call that was cut off counts as made.
    asked: () => [...answered, ...asked.slice(answered.length)],
    passTime: async (seconds) => {
      if (client.hasVirtualTime) return control.passTime(seconds)
      if (seconds <= longestWaitSeconds) return wait(seconds * 1000)
      throw new NotTestable(`${client.name} has a clock that cannot be moved`)
    },
    said: async () => {
      const errors = answered.flatMap(({ outcome: { error } }) =>
        error ? [JSON.stringify(error), shown(error)] : [],
      )
      return [(await (await starting)?.said()) ?? '', ...errors].join('\n')
    },
    contacts: async () => (await starting)?.contacts?.() ?? [],
    authorities: () => authoritiesOf(target, client.capabilities),
    ownSecrets: () => [...given, assertions.held()],
    strangeHosts: async () => (await starting)?.strangeHosts() ?? [],
    writeAssertion: assertions.write,
    heldAssertion: assertions.held,
    hasActed: () => starting !== undefined,
    close: async () => {
      await (await starting?.catch(() => undefined))?.close()
      await assertions.remove()
      await Promise.all(closing.map((close) => close()))
    },
  }
}

function expiryOf(outcome: Outcome): number | undefined {
  return outcome.token === undefined ? undefined : outcome.expiresOn
}

/** With what JSON leaves out: maps, causes, stacks, hidden properties and symbols. */
function shown(error: ClientError): string {
  const unlimited = { maxStringLength: null, maxArrayLength: null, breakLength: Infinity } as const
  return inspect(error.details, { ...unlimited, depth: 8, showHidden: true })
}
