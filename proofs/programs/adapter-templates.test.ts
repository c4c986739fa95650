import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { type ProgramResult, runProgram } from '../../tests/support/run-program.ts'
import { root } from '../../tests/support/run-tool.ts'

// What a library's author starts from. The others take other toolchains: `npm run clients -- templates/python`.
const missing = (
  await Promise.all(
    ['bash', 'curl', 'jq'].map(async (program) => ((await runs(program)) ? [] : program)),
  )
).flat()
const skip = missing.length > 0 && `not on the PATH: ${missing.join(', ')}`

const template = (name: string) => join(root, 'adapters', 'templates', name, 'agentid-adapter.yaml')

function judge(name: string): Promise<ProgramResult> {
  const command = join(root, 'dist', 'cli', 'agentid.js')
  return runProgram(process.execPath, [command, 'conformance', '--manifest', template(name)])
}

async function runs(program: string): Promise<boolean> {
  const { status } = await runProgram(program, ['--version']).catch(() => ({ status: 1 }))
  return status === 0
}

function mustConform({ status, stdout, stderr }: ProgramResult, name: string): void {
  const told = `${stdout}\n${stderr}`
  assert.equal(status, 0, told)
  const verdict = new RegExp(
    `^${name}( 1\\.0\\.0)? conforms: (\\d+) rules kept, 0 broken, 0 warn`,
    'm',
  )
  const kept = Number(verdict.exec(stdout)?.[2])
  assert.ok(kept > 25, told)
}

test('the template for Node conforms as it is', async () => {
  mustConform(await judge('node'), 'template-node')
})

test('the template for bash conforms as it is', { skip }, async () => {
  mustConform(await judge('bash'), 'template-bash')
})
