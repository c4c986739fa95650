import { openRedirect } from '../../redirect/index.ts'
import { writeLines } from '../terminal/output.ts'
import { pageFor } from '../terminal/page.ts'
import { describeObservation } from './describe-observation.ts'
import { observationRecord } from './observation-record.ts'
import type { ObserveOptions } from './observe-options.ts'
import { observe } from './observe-trail.ts'
import { type ObservedMock, startObservedMock } from './observed-mock.ts'
import { programEnvironment } from './program-environment.ts'
import { runProgram } from './run-program.ts'
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
  const { strict, json, managedIdentity } = options
  const inherited = process.env
  const tenants = idp.tenants.all()
  const redirect = await openRedirect({ authorityHost, httpUrl, caFile, environment: inherited })
  try {
    const { env, application } = programEnvironment({
      inherited,
      platform: process.platform,
      redirect: redirect.environment,
      variables,
      tenants,
      httpUrl,
      managedIdentity,
    })
    tell(describeStart(application, tenants[0]))
    const stdout = json ? process.stderr : process.stdout
    const end = await runProgram(command, { env, stdout, tell })
    tell(describeEnd(end.exitCode, end.signal))
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
    writeLines(process.stdout, lines)
    return exitCodeOf[observation.verdict]
  } finally {
    await redirect.close()
  }
}

function tell(text: string): void {
  process.stderr.write(`agentid observe: ${text}\n`)
}
