import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../tests/support/run-tool.ts'

/** What people import, and where it is written. */
const doors: Readonly<Record<string, string>> = {
  'agentid-conformance': 'index.ts',
  'agentid-conformance/client': 'client/index.ts',
  'agentid-conformance/msw': 'msw/index.ts',
  'agentid-conformance/vitest': 'test-runners/vitest.ts',
  'agentid-conformance/jest': 'test-runners/jest.ts',
  'agentid-conformance/playwright': 'test-runners/playwright.ts',
}

/** Every public name has a doc comment, every public function an `@example`, and every example type-checks. */
export async function checkApi(): Promise<readonly string[]> {
  const options = compilerOptions()
  const paths = Object.values(doors).map((path) => join(root, path))
  const checker = ts.createProgram(paths, options)
  const exports = publicNames(checker, paths)
  const undocumented = exports.filter(({ documented }) => !documented)
  const withoutExample = exports.filter(
    ({ isFunction, examples }) => isFunction && !examples.length,
  )
  return [
    ...undocumented.map(({ name }) => `${name} has no doc comment`),
    ...withoutExample.map(({ name }) => `${name} has no @example`),
    ...typeCheck(
      exports.flatMap(({ name, examples }) => examples.map((text) => ({ name, text }))),
      options,
      checker,
    ),
  ]
}

type PublicName = {
  readonly name: string
  readonly documented: boolean
  readonly isFunction: boolean
  readonly examples: readonly string[]
}

function publicNames(program: ts.Program, paths: readonly string[]): readonly PublicName[] {
  const checker = program.getTypeChecker()
  return paths.flatMap((path) => {
    const file = program.getSourceFile(path)
    const door = file && checker.getSymbolAtLocation(file)
    if (!door) throw new Error(`${path} is no module`)
    return checker.getExportsOfModule(door).map((exported) => {
      const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0
      const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported
      return {
        name: `${exported.name} (${path.slice(root.length)})`,
        documented: symbol.getDocumentationComment(checker).length > 0,
        isFunction: checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0,
        examples: symbol
          .getJsDocTags(checker)
          .filter(({ name }) => name === 'example')
          .map(({ text }) => ts.displayPartsToString(text).replaceAll(/^```(ts)?\n?/gm, '')),
      }
    })
  })
}

type Example = { readonly name: string; readonly text: string }

/** Type-checks texts as modules at the root of the project, where the package finds itself. */
function typeCheck(
  examples: readonly Example[],
  options: ts.CompilerOptions,
  former: ts.Program,
): readonly string[] {
  const texts = new Map(examples.map(({ text }, at) => [join(root, `example-${at}.ts`), text]))
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists, getSourceFile } = host
  host.readFile = (path) => texts.get(path) ?? readFile(path)
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path)
    if (text !== undefined) return ts.createSourceFile(path, `${text}\nexport {}\n`, version)
    return former.getSourceFile(path) ?? getSourceFile(path, version, ...rest)
  }
  const program = ts.createProgram([...texts.keys()], options, host)
  return examples.flatMap(({ name }, at) => {
    const file = program.getSourceFile(join(root, `example-${at}.ts`))
    const problems = file
      ? [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      : []
    return problems.map(
      ({ messageText }) =>
        `the example of ${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    )
  })
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const paths = Object.entries(doors).map(([name, path]) => [name, [`./${path}`]])
  return { ...options, noUnusedLocals: false, paths: Object.fromEntries(paths) }
}
