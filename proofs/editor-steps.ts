import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ExpressionBuilder, type ExpressionBuilderResult } from '@cucumber/language-service'
import { WasmParserAdapter } from '@cucumber/language-service/wasm'
import type { Step } from '@cucumber/messages'
import { packageRoot } from '../engine/package-root.ts'
import type { FeatureFile } from './read-features.ts'

/** What an editor sees of the steps: Cucumber's language service reads the sources and runs nothing. */
export type EditorIndex = ExpressionBuilderResult & {
  /** Calls of Given, When and Then in the sources. */
  readonly written: number
}

const fewestExpressions = 300

export async function readEditorIndex(): Promise<EditorIndex> {
  const adapter = new WasmParserAdapter(wasmFolder())
  await adapter.init()
  const sources = readdirSync(join(packageRoot, 'steps'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('steps', name).replaceAll('\\', '/'))
    .map((uri) => ({
      uri,
      languageName: 'tsx' as const,
      content: readFileSync(join(packageRoot, uri), 'utf8'),
    }))
  const written = sources.flatMap(({ content }) => content.match(/^(Given|When|Then)\(/gm) ?? [])
  return { ...new ExpressionBuilder(adapter).build(sources, []), written: written.length }
}

function wasmFolder(): string {
  const { resolve } = createRequire(import.meta.url)
  return join(dirname(resolve('@cucumber/language-service')), '..', '..')
}

/** Steps that an editor marks, or would send to more than one definition, and definitions that it does not see. */
export function editorSteps(
  index: EditorIndex,
  features: readonly FeatureFile[],
): readonly string[] {
  return [...unseenDefinitions(index), ...badSteps(index, features)]
}

function unseenDefinitions({ errors, written, expressionLinks }: EditorIndex): readonly string[] {
  const seen = expressionLinks.length
  const few = `an editor sees ${seen} steps of ${written}`
  return [
    ...errors.map(({ message }) => `an editor cannot read a definition: ${message}`),
    ...(seen === written && seen >= fewestExpressions ? [] : [few]),
  ]
}

function badSteps(index: EditorIndex, features: readonly FeatureFile[]): readonly string[] {
  return stepsOf(features).flatMap(({ place, text }) => {
    const count = matching(index, text).length
    if (count === 1) return []
    return [`${place}: ${count === 0 ? 'undefined' : `${count} definitions`}: ${text}`]
  })
}

/** Definitions that no feature uses. */
export function unusedSteps(
  index: EditorIndex,
  features: readonly FeatureFile[],
): readonly string[] {
  const used = new Set(stepsOf(features).flatMap(({ text }) => matching(index, text)))
  return index.expressionLinks
    .filter((link) => !used.has(link))
    .map(({ expression, locationLink: { targetUri, targetRange } }) => {
      return `${targetUri}:${targetRange.start.line + 1}: no feature uses '${expression.source}'`
    })
}

function matching({ expressionLinks }: EditorIndex, text: string) {
  return expressionLinks.filter(({ expression }) => expression.match(text))
}

/** Every step of every scenario and row, each text once in a place. */
function stepsOf(features: readonly FeatureFile[]) {
  return features.flatMap(({ path, document, scenarios }) => {
    const lines = new Map(astSteps(document).map(({ id, location }) => [id, location.line]))
    return scenarios.flatMap(({ pickle }) =>
      pickle.steps.map(({ text, astNodeIds: [id = ''] }) => ({
        place: `${path}:${lines.get(id)}`,
        text,
      })),
    )
  })
}

function astSteps({ feature }: FeatureFile['document']): readonly Step[] {
  const children = feature?.children ?? []
  const nested = [...children, ...children.flatMap(({ rule }) => rule?.children ?? [])]
  return nested.flatMap(({ background, scenario }) => (background ?? scenario)?.steps ?? [])
}
