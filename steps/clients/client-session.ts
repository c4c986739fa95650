import type { Directory } from '../cast/directory.ts'
import type { BlueprintName } from '../cast/names.ts'
import { Difference } from '../expectations/difference.ts'
import type { SandboxControl } from '../support/sandbox-control.ts'
import type { Target } from '../targets/target.ts'
import { createAssertionFile } from './assertion-file.ts'
import type {
  ClientCredential,
  ClientError,
  ClientUnderTest,
  NewClient,
  Outcome,
} from './client-under-test.ts'

/** The client under test in one scenario: started when it is first needed, and what it got. */
export type ClientSession = {
  /** Before its first act: for which blueprint, and how that proves itself. */
  readonly actsFor: (blueprint: BlueprintName, credential?: ClientCredential) => void
  readonly acquire: (scope: string, agentIdentity: string, forceRefresh?: boolean) => Promise<void>
  readonly tokens: () => readonly string[]
  /** @throws {Difference} unless the last answer was a token */
  readonly lastToken: () => string
  /** @throws {Difference} unless the last answer was an error */
  readonly lastError: () => ClientError
  /** Everything that it wrote or reported, tokens aside. */
  readonly said: () => Promise<string>
  /** Puts an assertion into the file that the client reads, and says where that is. */
  readonly writeAssertion: (assertion: string) => Promise<string>
  readonly close: () => Promise<void>
}

type Parts = {
  readonly newClient: NewClient
  readonly target: Target
  readonly directory: Directory
  readonly control: SandboxControl
}

export function createClientSession({
  newClient,
  target,
  directory,
  control,
}: Parts): ClientSession {
  const outcomes: Outcome[] = []
  const assertions = createAssertionFile()
  let acting: { readonly blueprint: BlueprintName; readonly credential?: ClientCredential } = {
    blueprint: 'Concierge',
  }
  let starting: Promise<ClientUnderTest> | undefined

  const start = async () => {
    await directory.ready()
    const { blueprint, credential } = acting
    return newClient({
      authorityHost: target.authorityHost,
      tenantId: directory.tenantId('Contoso'),
      blueprintClientId: directory.clientId(blueprint),
      credential: credential ?? { type: 'secret', value: directory.secret(blueprint) },
      request: target.request,
      nowMs: () => control.nowSeconds() * 1000,
      passTime: control.passTime,
    })
  }
  const last = () => {
    const outcome = outcomes.at(-1)
    if (outcome) return outcome
    throw new TypeError('the client under test was not asked yet')
  }

  return {
    actsFor: (blueprint, credential) => {
      acting = { blueprint, ...(credential && { credential }) }
    },
    acquire: async (scope, agentIdentity, forceRefresh = false) => {
      starting ??= start()
      const client = await starting
      outcomes.push(await client.acquire({ scope, agentIdentity, forceRefresh }))
    },
    tokens: () => outcomes.flatMap(({ token }) => token ?? []),
    lastToken: () => {
      const { token, error } = last()
      if (token !== undefined) return token
      throw new Difference('the client under test has a token', 'a token', error.message)
    },
    lastError: () => {
      const { error } = last()
      if (error !== undefined) return error
      throw new Difference('the client under test reports an error', 'an error', 'a token')
    },
    said: async () => {
      const errors = outcomes.flatMap(({ error }) => (error ? [JSON.stringify(error)] : []))
      return [(await starting)?.said() ?? '', ...errors].join('\n')
    },
    writeAssertion: assertions.write,
    close: async () => {
      await (await starting)?.close()
      await assertions.remove()
    },
  }
}
