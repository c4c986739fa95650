import { z } from 'zod'
import { createKnownValues } from '../../wire/known-values/known-values.ts'
import { type ClientSpec, clientSpecFrom } from '../clients/adapter/open-client.ts'
import type { ClientUnderTest } from '../clients/client-under-test.ts'
import { referenceClient } from '../clients/reference.ts'
import { beginRun, endRun } from '../scenario/current-run.ts'
import { openTarget, type Target, type Variables } from '../targets/index.ts'
import { giveUpOnBroken } from './give-up.ts'
import { judgeScenario } from './judge-scenario.ts'
import { openRedirectedClient } from './open-redirected-client.ts'

/** The world parameters of Cucumber. */
const runParameters = z.strictObject({
  target: z.enum(['in-process', 'server', 'live']).default('in-process'),
  /** `default`: what `AGENTID_CLIENT` names, or else the reference client. */
  client: z.union([z.string().min(1), z.array(z.string()).min(1)]).default('reference'),
})

/**
 * Begins a run for scenarios that `cucumber-js` runs: opens the target and the client that the world parameters name.
 * @returns what ends the run
 * @throws {TargetUnreachable | AdapterFailure | AdapterUsageError}
 */
export async function openRun(
  parameters: unknown,
  variables: Variables = process.env,
): Promise<() => Promise<void>> {
  const { target: kind, client: choice } = runParameters.parse(parameters ?? {})
  const spec = await specFrom(choice, variables)
  const target = await openTarget(kind, { variables, needsPort: spec !== undefined })
  try {
    await target.prepare((progress) => void process.stderr.write(`${progress}\n`))
    const client = await openClientOf(spec, target, variables)
    const judging = { client, expectedFailures: spec?.expectedFailures, skip: spec?.skip }
    const judge = (shown: Parameters<typeof judgeScenario>[0]) => judgeScenario(shown, judging)
    beginRun({ target, client, keepsRequests: false, judge, secrets: createKnownValues() })
    return async () => {
      endRun()
      await client.close()
      await target.close()
    }
  } catch (error) {
    await target.close()
    throw error
  }
}

/** A name that ends like a YAML or JSON file is a manifest; anything else is the command of an adapter. */
async function specFrom(
  choice: string | readonly string[],
  variables: Variables,
): Promise<ClientSpec | undefined> {
  const chosen = choice === 'default' ? variables.AGENTID_CLIENT || 'reference' : choice
  if (chosen === 'reference') return undefined
  const isManifest = typeof chosen === 'string' && /^\S+\.(ya?ml|json)$/.test(chosen)
  return clientSpecFrom(isManifest ? { manifestFile: chosen } : { command: chosen })
}

async function openClientOf(
  spec: ClientSpec | undefined,
  target: Target,
  env: Variables,
): Promise<ClientUnderTest> {
  if (spec === undefined) return referenceClient
  return giveUpOnBroken(await openRedirectedClient(spec, target, { maxParallel: 1, env }))
}
