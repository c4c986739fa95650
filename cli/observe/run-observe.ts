import { cleanEnvironment, describeKeptOut } from '../../programs/index.ts'
import { openRedirect } from '../../redirect/index.ts'
import { writeLines } from '../terminal/output.ts'
import { pageFor } from '../terminal/page.ts'
import { printableOutput } from '../terminal/printable-output.ts'
import { UsageError } from '../usage-error.ts'
import { describeObservation } from './describe-observation.ts'
import { isolate } from './isolate.ts'
import { observationRecord } from './observation-record.ts'
import type { ObserveOptions } from './observe-options.ts'
import { observe } from './observe-trail.ts'
import { type ObservedMock, startObservedMock } from './observed-mock.ts'
import { programEnvironment } from './program-environment.ts'
import { type ProgramEnd, type RunOptions, runProgram } from './run-program.ts'
import { describeEnd, describeStart } from './tell-start.ts'
import { exitCodeOf } from './verdict.ts'

/**
 * `agentid observe`: runs a program with the mock around it, judges what it sent, and answers the exit code.
 *
 * The output of the program goes where it would have gone; with `--json` its stdout goes to stderr.
 *
 * @throws {UsageError} if the mock or the program cannot be started
 */
export async function runObserve(
  command: readonly string[],
  options: ObserveOptions,
): Promise<number> {
  if (options.isolate) {
    const self = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
    const exitCode = await isolate({ env: process.env, platform: process.platform, self })
    if (exitCode !== undefined) return exitCode
  }
  const mock = await startObservedMock(options)
  try {
    return await observeProgram(command, options, mock)
  } finally {
    await mock.idp.close()
  }
}

async function observeProgram(
  command: readonly string[],
  options: ObserveOptions,
  { idp, requests }: ObservedMock,
): Promise<number> {
  const { authorityHost, httpUrl, caFile, variables } = idp
  const { strict, json, managedIdentity, passEnv: pass } = options
  const inherited = process.env
  const tenants = idp.tenants.all()
  const { variables: environment } = cleanEnvironment(inherited, { pass })
  const redirect = await openRedirect({ authorityHost, httpUrl, caFile, environment })
  try {
    const { env, application, keptOut } = programEnvironment({
      inherited,
      platform: process.platform,
      redirect: redirect.environment,
      variables,
      tenants,
      httpUrl,
      managedIdentity,
      pass,
    })
    tell(describeStart(application, tenants[0]))
    const stdout = json ? process.stderr : process.stdout
    const hint = describeKeptOut(keptOut, '--pass-env NAME')
    const end = await run(command, { env, stdout, tell }, hint)
    tell(describeEnd(end.exitCode, end.signal))
    if (end.exitCode && hint !== undefined) tell(hint)
    const ownSecrets = env.AZURE_CLIENT_SECRET ? [env.AZURE_CLIENT_SECRET] : []
    const observation = observe(
      {
        ...end,
        command,
        requests: requests(),
        strangeHosts: redirect.strangeHosts(),
        tenants,
        ownSecrets,
      },
      { strict },
    )
    const page = pageFor(process.stdout, process.env)
    const lines = json
      ? [JSON.stringify(observationRecord(observation))]
      : ['', ...describeObservation(observation, variables, page)]
    writeLines(printableOutput(process.stdout), lines)
    return exitCodeOf[observation.verdict]
  } finally {
    await redirect.close()
  }
}

/** A program that is not found may be missing for a variable that it does not get. */
async function run(
  command: readonly string[],
  options: RunOptions,
  hint: string | undefined,
): Promise<ProgramEnd> {
  try {
    return await runProgram(command, options)
  } catch (error) {
    if (!(error instanceof UsageError) || hint === undefined) throw error
    throw new UsageError(`${error.message}\n${hint}`, { cause: error })
  }
}

const stderr = printableOutput(process.stderr)

function tell(text: string): void {
  stderr.write(`agentid observe: ${text}\n`)
}
