import { readFile } from 'node:fs/promises'
import type { DirectoryDescription, RunningMockIdp, StartOptions } from '../../mock-idp/node.ts'
import { bundleFiles, isMockAuthority, startServer } from '../../mock-idp/node.ts'
import { exitCodes } from '../exit-codes.ts'
import { coloursFor } from '../terminal/colours.ts'
import { printableOutput } from '../terminal/printable-output.ts'
import { describeRequest } from './describe-request.ts'
import { greeting } from './greeting.ts'
import { keepHeapSmall } from './keep-heap-small.ts'
import { openConsole } from './open-console.ts'
import { publicRoots } from './public-roots.ts'
import { readControlToken } from './read-control-token.ts'
import type { ServeOptions } from './serve-options.ts'
import { explainStartError } from './start-error.ts'

const stdout = printableOutput(process.stdout)
const stderr = printableOutput(process.stderr)

/** `agentid serve`: runs until a signal stops it. Returns the exit code. */
export async function runServe(options: ServeOptions): Promise<number> {
  const started = await start(options)
  if (!started) return exitCodes.usage
  keepHeapSmall()
  announce(started, options)
  await untilToldToStop(options)
  await started.close()
  return exitCodes.done
}

async function start(options: ServeOptions): Promise<RunningMockIdp | undefined> {
  try {
    return await startServer(await startOptions(options))
  } catch (error) {
    stderr.write(`agentid serve: ${explainStartError(error, options)}\n`)
    return undefined
  }
}

async function startOptions(options: ServeOptions): Promise<StartOptions> {
  const { host, port, httpPort, directory, state, caDir, allowRemote, controlToken } = options
  const { console, json, publicHost: publicHosts } = options
  const log = (line: string) => stderr.write(`${line}\n`)
  return {
    host,
    port,
    warn: log,
    publicRoots: await publicRoots(process.env, isMockAuthority),
    ...(publicHosts !== undefined && { publicHosts }),
    ...(allowRemote && { allowRemote }),
    ...(controlToken !== undefined && { controlToken: await readControlToken(controlToken) }),
    ...(httpPort !== undefined && { httpPort }),
    ...(caDir !== undefined && { dataFolder: caDir }),
    ...(state !== undefined && { stateFile: state }),
    ...(directory !== undefined && { directory: await readDirectory(directory) }),
    ...(console && { openConsole }),
    ...(!json && { onRequest: (entry) => log(describeRequest(entry)) }),
  }
}

/** What the file holds is checked by the mock, which names every mistake and its place. */
async function readDirectory(file: string): Promise<DirectoryDescription> {
  return JSON.parse(await readFile(file, 'utf8')) as DirectoryDescription
}

function announce(idp: RunningMockIdp, { json, console, controlToken: given }: ServeOptions): void {
  if (!json) {
    const colours = coloursFor(stdout, process.env)
    const facts = {
      platform: process.platform,
      env: process.env,
      colours,
      isTokenNew: given === undefined,
      hasConsole: console,
    }
    stdout.write(greeting(idp, facts))
    return
  }
  const { authorityHost, httpUrl, caFile, controlToken, variables } = idp
  const ready = {
    event: 'ready',
    ...{ authorityHost, httpUrl, caFile, ...bundleFiles(caFile) },
    ...{ pid: process.pid, env: variables },
  }
  const withToken = controlToken === undefined ? ready : { ...ready, controlToken }
  stdout.write(`${JSON.stringify(withToken)}\n`)
}

function untilToldToStop({ exitWithParent }: ServeOptions): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    // A parent that is killed closes it too.
    if (exitWithParent) process.stdin.once('close', () => resolve()).resume()
  })
}
