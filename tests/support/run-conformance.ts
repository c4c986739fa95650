import { root } from '../../tasks/run-tool.ts'
import { runProgram } from './run-program.ts'

/** `agentid conformance`, from source, in a process of its own. */
export async function runConformanceCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
) {
  const command = ['--import', 'tsx', 'cli/agentid.ts', 'conformance', ...args]
  // A summary of the page of a job is about that job, not about tests.
  const ownEnv = { GITHUB_STEP_SUMMARY: undefined, ...env }
  const { status, stdout, stderr } = await runProgram(process.execPath, command, {
    cwd: root,
    env: ownEnv,
  })
  return { status, stdout, stderr, output: `${stdout}${stderr}` }
}
