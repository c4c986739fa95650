import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { type GherkinDocument, IdGenerator, type Pickle } from '@cucumber/messages'

export type ParsedFeature = {
  readonly document: GherkinDocument
  /** Parses a feature into its scenarios, with outline rows expanded. */
  readonly pickles: readonly Pickle[]
}

export function parseGherkin(text: string, path = ''): ParsedFeature {
  const newId = IdGenerator.incrementing()
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher())
  const document = { ...parser.parse(text), uri: path }
  return { document, pickles: compile(document, path, newId) }
}
