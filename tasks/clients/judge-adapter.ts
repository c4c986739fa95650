import { join } from 'node:path'
import { readReport } from '../../reports/index.ts'
import { root, runNode } from '../../tests/support/run-tool.ts'
import { type AdapterFolder, isApi } from './adapter-folders.ts'

const asExpected: readonly string[] = ['conforms', 'fails as expected']

/**
 * Judges one adapter or API in a process of its own, which keeps a core busy.
 * @returns what the run printed, and whether it does what its list of expected failures says
 */
export async function judgeAdapter(folder: AdapterFolder, report: string) {
  const command = [join(root, 'dist', 'cli', 'agentid.js'), 'conformance']
  const option = isApi(folder) ? '--api-manifest' : '--manifest'
  const args = [option, folder.manifestFile, '--report', report]
  const { status, output } = await runNode([...command, ...args])
  if (status !== 0) return { output, isAsExpected: false }
  const { subjects } = await readReport(report)
  const isAsExpected =
    subjects.length === 1 && subjects.every(({ verdict }) => asExpected.includes(verdict))
  return { output, isAsExpected }
}
