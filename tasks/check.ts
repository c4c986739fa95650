import { rules } from '../mock-idp/index.ts'
import { editorSteps, readEditorIndex, unusedSteps } from '../proofs/editor-steps.ts'
import { featureStyle } from '../proofs/feature-style.ts'
import { readFeatures } from '../proofs/read-features.ts'
import { ruleCoverage } from '../proofs/rule-coverage.ts'
import { runNode, toolPath } from '../tests/support/run-tool.ts'
import { checkApi } from './check-api.ts'
import { checkExpressions } from './check-expressions.ts'
import { checkImports } from './check-imports.ts'
import { generatedFiles } from './generated-files.ts'

const builtTypes = 'node_modules/.cache/types.tsbuildinfo'

/** What must be so before a change is taken. Each answers its problems. */
const checks: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  'format and lint': () => tool('@biomejs/biome', 'bin/biome', 'ci', '--colors=off', '.'),
  // What did not change since the last check is not checked again.
  types: () =>
    tool(
      'typescript',
      'bin/tsc',
      '-p',
      'tsconfig.json',
      '--incremental',
      '--tsBuildInfoFile',
      builtTypes,
    ),
  'public names and their examples': checkApi,
  'import directions': checkImports,
  'unused code': () => tool('knip', 'bin/knip.js'),
  'time of regular expressions': checkExpressions,
  'feature style': async () => featureStyle(readFeatures()),
  'rule coverage': async () => ruleCoverage(readFeatures(), rules),
  'steps in an editor': checkEditorSteps,
  'generated files': checkGeneratedFiles,
  package: () => tool('publint', 'src/cli.js', '--strict'),
  'package types': () =>
    tool('@arethetypeswrong/cli', 'dist/index.js', '--pack', '.', '--profile', 'strict'),
}

async function tool(packageName: string, bin: string, ...args: string[]) {
  const { status, output } = await runNode([toolPath(packageName, bin), ...args])
  return status === 0 ? [] : [output.trim()]
}

async function checkEditorSteps(): Promise<readonly string[]> {
  const [index, features] = [await readEditorIndex(), readFeatures()]
  return [...editorSteps(index, features), ...unusedSteps(index, features)]
}

async function checkGeneratedFiles(): Promise<readonly string[]> {
  const files = await generatedFiles()
  return files
    .filter(({ present, wanted }) => present !== wanted)
    .map(({ path }) => `${path} is out of date; run 'npm run generate'`)
}

let failed = 0
for (const [name, check] of Object.entries(checks)) {
  const started = performance.now()
  const problems = await check()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  if (problems.length > 0) failed += 1
}
process.stdout.write(failed === 0 ? 'All checks passed.\n' : `${failed} checks failed.\n`)
process.exitCode = failed === 0 ? 0 : 1
