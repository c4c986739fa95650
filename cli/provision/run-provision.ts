import { resolve } from 'node:path'
import { pathsBeside, provision } from '../../provision/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeLines } from '../terminal/output.ts'
import type { ProvisionOptions } from './provision-options.ts'
import { readRecordOf } from './read-record-of.ts'
import { runInDirectory } from './run-in-directory.ts'
import { provisionSettings } from './settings-of.ts'

/** `agentid provision`: prepares a tenant for the scenarios. Stdout gets the name of the file. */
export async function runProvision(
  options: ProvisionOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { out } = options
  const { env, stdout, stderr } = surroundings
  const record = await readRecordOf(pathsBeside(resolve(out)).record)
  const settings = provisionSettings(options, env, record)
  return runInDirectory(
    {
      options,
      settings: { ...settings, tenantId: settings.tenantId ?? record?.tenantId },
      record: settings.paths.record,
      afterwards: `Run the same command again to continue, or \`agentid teardown --out ${out}\` to remove what was created.`,
      work: async (ports) => {
        await provision(ports, settings)
        if (options.dryRun) return writeLines(stderr, ['nothing was written (--dry-run)'])
        writeLines(stdout, [settings.paths.env])
        writeLines(stderr, [
          `ready. Load the variables into a shell: set -a; . ${settings.paths.env}; set +a`,
          `or for one program: node --env-file=${settings.paths.env} …`,
          `The file holds secrets: keep it out of version control. Remove everything with: agentid teardown --out ${out}`,
        ])
      },
    },
    surroundings,
  )
}
