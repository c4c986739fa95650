import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The assertion file of a client under test. The first `write` creates it. */
export function createAssertionFile() {
  let folder: string | undefined
  let held = ''
  return {
    write: async (assertion: string): Promise<string> => {
      folder ??= await mkdtemp(join(tmpdir(), 'agentid-assertion-'))
      const file = join(folder, 'assertion.jwt')
      held = assertion
      await writeFile(file, assertion, { mode: 0o600 })
      return file
    },
    held: (): string => held,
    remove: async (): Promise<void> => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
