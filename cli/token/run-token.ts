import {
  type AcquiredToken,
  type AgentIdentityClient,
  ClientConfigurationError,
  TokenRequestError,
} from '../../client/index.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeLines } from '../terminal/output.ts'
import { pageFor, unwrappedPageFor } from '../terminal/page.ts'
import { UsageError } from '../usage-error.ts'
import { type Listener, makeClient } from './make-client.ts'
import { nameVariable } from './name-variable.ts'
import { acquireFor, type Party, readParty } from './party.ts'
import { describeEvent, progressLines } from './progress.ts'
import type { TokenOptions } from './token-options.ts'
import { decodedLines, tokenRecord } from './token-output.ts'
import { readSettings, type TokenSettings } from './token-settings.ts'

/**
 * `agentid token`: one flow with the reference client.
 *
 * Progress and failures go to stderr. Stdout gets one thing: the token, or with `--decode` its
 * claims, or with `--json` one JSON object.
 */
export async function runToken(options: TokenOptions, surroundings: Surroundings): Promise<number> {
  const settings = readSettings(options, surroundings.env)
  const party = await readParty(options, surroundings.env)
  const interruption = new AbortController()
  const stopListening = surroundings.onInterrupt(() => interruption.abort())
  try {
    const client = await makeClient(
      settings,
      options.credential,
      surroundings,
      listenerFor(surroundings),
    )
    await acquire(client, party, settings, options, surroundings, interruption.signal)
    return exitCodes.done
  } catch (error) {
    if (interruption.signal.aborted) return interrupted(surroundings)
    if (error instanceof ClientConfigurationError) throw new UsageError(nameVariable(error.message))
    if (!(error instanceof TokenRequestError)) throw error
    await reportFailure(error, settings, options, surroundings)
    return exitCodes.failed
  } finally {
    stopListening()
  }
}

async function acquire(
  client: AgentIdentityClient,
  party: Party,
  { agentId, scope, claims }: TokenSettings,
  { step, decode, json }: TokenOptions,
  { stdout, env, now }: Surroundings,
  signal: AbortSignal,
): Promise<void> {
  const showsClaims = decode && !json
  const page = pageFor(stdout, env)
  const showClaims = ({ token }: AcquiredToken) =>
    writeLines(stdout, decodedLines(token, now(), page))
  const finish = (acquired: AcquiredToken) => {
    if (showsClaims) return showClaims(acquired)
    const record = () => JSON.stringify(tokenRecord(acquired, decode))
    stdout.write(`${json ? record() : acquired.token}\n`)
  }

  if (step === 't1') {
    return finish(await client.acquireExchangeToken({ agentIdentityId: agentId, signal }))
  }
  // Show T1 before using it, so you can look at it if step 2 is refused.
  if (showsClaims) {
    showClaims(await client.acquireExchangeToken({ agentIdentityId: agentId, signal }))
  }
  finish(await acquireFor(party, client, { agentIdentityId: agentId, scope, claims, signal }))
}

function listenerFor({ stderr, env, now }: Surroundings): Listener {
  const page = unwrappedPageFor(stderr, env)
  const tell = (label: string, text: string) => writeLines(stderr, progressLines(label, text, page))
  return {
    onPassedOver: (taken, passedOver) => {
      const kinds = [taken, ...passedOver].join(' and ')
      tell('note', `variables for ${kinds} are set; using ${taken} (choose with --credential)`)
    },
    onCredential: (origin) => tell('credential', origin),
    onEvent: (event) => writeLines(stderr, describeEvent(event, now(), page)),
  }
}

/** The catalogue is loaded when it is needed: with a token there is nothing to explain. */
async function reportFailure(
  error: TokenRequestError,
  { authorityHost }: TokenSettings,
  { json }: TokenOptions,
  { stdout, stderr, env, now }: Surroundings,
): Promise<void> {
  const { describeFailure } = await import('./describe-failure.ts')
  writeLines(stderr, describeFailure(error, authorityHost, now(), pageFor(stderr, env)))
  if (!json) return
  const { failureRecord } = await import('./failure-record.ts')
  stdout.write(`${JSON.stringify(failureRecord(error))}\n`)
}

function interrupted({ stderr }: Surroundings): number {
  writeLines(stderr, ['interrupted'])
  return exitCodes.interrupted
}
