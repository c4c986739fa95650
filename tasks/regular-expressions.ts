import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** A regular expression as it stands in the code. */
export type Literal = { readonly place: string; readonly text: string; readonly pattern: RegExp }

/** Every regular expression that is written down in these files. */
export function literalsIn(files: readonly string[]): readonly Literal[] {
  return files.flatMap((file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
      false,
      file.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS,
    )
    const found: Literal[] = []
    const visit = (node: ts.Node) => {
      if (ts.isRegularExpressionLiteral(node)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
        found.push({ place: `${file}:${line + 1}`, text: node.text, pattern: parsed(node.text) })
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

function parsed(text: string): RegExp {
  const end = text.lastIndexOf('/')
  return new RegExp(text.slice(1, end), text.slice(end + 1))
}
