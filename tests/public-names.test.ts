import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'
import { root } from './support/run-tool.ts'

// docs/javascript-api.md is the list of what the package promises. Nothing else is public.
const page = await readFile(join(root, 'docs/javascript-api.md'), 'utf8')
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [/`(.*?)`/.exec(section)?.[1] ?? '', section] as const),
)

for (const [name, door] of [
  ['agentid-conformance', 'index.ts'],
  ['agentid-conformance/client', 'client/index.ts'],
  ['agentid-conformance/msw', 'msw/index.ts'],
  ['agentid-conformance/vitest', 'test-runners/vitest.ts'],
  ['agentid-conformance/jest', 'test-runners/jest.ts'],
  ['agentid-conformance/playwright', 'test-runners/playwright.ts'],
] as const) {
  test(`${name} exports what its page promises`, async () => {
    assert.deepEqual(await exportedNames(door), promised(name, /^\| (`.*?`) \|/gm))
  })
}

test('other runtimes get what does not need Node', async () => {
  const portable = promised('agentid-conformance', /^\| (`.*?`) \|(?!.*Node only)/gm)
  assert.deepEqual(await exportedNames('portable.ts'), portable)
})

function promised(name: string, row: RegExp): readonly string[] {
  const cells = [...(sections.get(name) ?? '').matchAll(row)].map(([, cell = '']) => cell)
  return cells.flatMap((cell) => [...cell.matchAll(/`(.*?)`/g)].map(([, one = '']) => one)).sort()
}

/** A door names everything it exports, so its text tells without a compiler run. */
async function exportedNames(door: string): Promise<readonly string[]> {
  const text = await readFile(join(root, door), 'utf8')
  const file = ts.createSourceFile(door, text, ts.ScriptTarget.Latest, true)
  return file.statements.flatMap(namesOf).sort()
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isModuleDeclaration(statement)) return []
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement
    assert.ok(exportClause && ts.isNamedExports(exportClause), 'a door names what it exports')
    return exportClause.elements.map(({ name }) => name.text)
  }
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (!isExported) return []
  if (ts.isTypeAliasDeclaration(statement)) return [statement.name.text]
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  }
  assert.ok(ts.isFunctionDeclaration(statement) && statement.name, 'a door declares nothing else')
  return [statement.name.text]
}
