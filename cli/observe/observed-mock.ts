import { readFile } from 'node:fs/promises'
import {
  type DirectoryDescription,
  type JournalEntry,
  type RunningMockIdp,
  startServer,
} from '../../mock-idp/node.ts'
import { explainStartError } from '../serve/start-error.ts'
import { printableOutput } from '../terminal/printable-output.ts'
import { UsageError } from '../usage-error.ts'
import type { ObserveOptions } from './observe-options.ts'

/** A tenant of the mock, with all that it holds. */
export type KnownTenant = ReturnType<RunningMockIdp['tenants']['all']>[number]

/** A mock for one program. */
export type ObservedMock = {
  readonly idp: RunningMockIdp
  /** All that it received, in the order of the answers, counted up from 1 over all tenants. */
  readonly requests: () => readonly JournalEntry[]
}

/**
 * Starts the mock on free ports, and keeps every request: the journals of its tenants drop old ones.
 * @throws {UsageError} if it cannot be started
 */
export async function startObservedMock(options: ObserveOptions): Promise<ObservedMock> {
  const { directory, caDir } = options
  const requests: JournalEntry[] = []
  try {
    const idp = await startServer({
      port: 0,
      httpPort: 0,
      warn: (line) => printableOutput(process.stderr).write(`${line}\n`),
      onRequest: (entry) => requests.push({ ...entry, sequence: requests.length + 1 }),
      ...(caDir !== undefined && { dataFolder: caDir }),
      ...(directory !== undefined && { directory: await readDirectory(directory) }),
    })
    return { idp, requests: () => [...requests] }
  } catch (error) {
    const asServed = {
      host: '127.0.0.1',
      port: 0,
      allowRemote: false,
      console: false,
      json: false,
      directory,
    }
    throw new UsageError(explainStartError(error, asServed))
  }
}

/** What the file holds is checked by the mock, which names every mistake and its place. */
async function readDirectory(file: string): Promise<DirectoryDescription> {
  return JSON.parse(await readFile(file, 'utf8')) as DirectoryDescription
}
