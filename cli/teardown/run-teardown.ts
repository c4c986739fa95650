import { teardown } from '../../provision/index.ts'
import { exitCodes } from '../exit-codes.ts'
import type { TeardownOptions } from '../provision/provision-options.ts'
import { readRecordOf } from '../provision/read-record-of.ts'
import { runInDirectory } from '../provision/run-in-directory.ts'
import { recordPath, teardownSettings } from '../provision/settings-of.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeLines } from '../terminal/output.ts'

/** `agentid teardown`: removes what the record of `agentid provision` lists. */
export async function runTeardown(
  options: TeardownOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { env, stderr } = surroundings
  const path = recordPath(options)
  const record = await readRecordOf(path)
  if (record === undefined) {
    writeLines(stderr, [`nothing to remove: ${path} does not exist`])
    return exitCodes.done
  }
  const settings = teardownSettings(options, env, record)
  return runInDirectory(
    {
      options,
      settings: { ...settings, tenantId: record.tenantId },
      record: path,
      afterwards: 'Run the same command again to remove the rest. The record stays until then.',
      work: async (ports) => {
        await teardown(ports, settings)
        const done = options.dryRun ? 'nothing was removed (--dry-run)' : 'removed everything'
        writeLines(stderr, [done])
      },
    },
    surroundings,
  )
}
