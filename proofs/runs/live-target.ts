import { join } from 'node:path'
import { runProgram } from '../../tests/support/run-program.ts'
import { root } from '../../tests/support/run-tool.ts'
import { serveMock } from '../../tests/support/served-mock.ts'

// A server that was started elsewhere is judged through the variables alone, as a real tenant would be.
const mock = await serveMock()
const args = [join(root, 'dist/cli/agentid.js'), 'conformance', '--target', 'live']
const { status, stdout, stderr } = await runProgram(process.execPath, args, { env: mock.env })
await mock.stop()
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = status ?? 1
