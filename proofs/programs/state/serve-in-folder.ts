import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { type KillableMock, serveCommand, serveMockIn } from '../../../tests/support/served-mock.ts'

/** One for all mocks of a test file, with the keys that they share and what they keep. */
let folder = ''
const started: KillableMock[] = []

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-state-'))
})
after(async () => {
  await Promise.all(started.map((mock) => mock.kill()))
  await rm(folder, { recursive: true, force: true })
})

export const inFolder = (name: string): string => join(folder, name)

export const commandInFolder = (extra: readonly string[]): string[] => serveCommand(folder, extra)

/** A mock that is ended after the tests at the latest. */
export async function serve(
  extra: readonly string[],
  onError?: (text: string) => void,
): Promise<KillableMock> {
  const mock = await serveMockIn(folder, extra, onError)
  started.push(mock)
  return mock
}
