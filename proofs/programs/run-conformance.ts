import { runProgram } from '../../tests/support/run-program.ts'
import { root } from '../../tests/support/run-tool.ts'

/** `agentid conformance`, as it is built, in a process of its own. */
export async function runConformanceCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
) {
  const command = ['dist/cli/agentid.js', 'conformance', ...args]
  // A summary of the page of a job is about that job, not about tests.
  const ownEnv = { GITHUB_STEP_SUMMARY: undefined, ...env }
  const { status, stdout, stderr } = await runProgram(process.execPath, command, {
    cwd: root,
    env: ownEnv,
  })
  return { status, stdout, stderr, output: `${stdout}${stderr}` }
}
