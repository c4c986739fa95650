/** A fenced block of a page. */
export type Block = {
  readonly language: string
  /** What stands after the language. Readers do not see it. */
  readonly info: string
  readonly text: string
}

/** What a block is for. */
export type Use =
  /** Run, in the order of the page; `exitCode` is what the reader is told to expect. */
  | { readonly kind: 'run'; readonly exitCode: number }
  /** Saved under this name, for the commands below it. */
  | { readonly kind: 'file'; readonly name: string }
  /** Printed by the commands above it. */
  | { readonly kind: 'output' }
  /** Only shown. A block that looks as if it could run says why it does not. */
  | { readonly kind: 'shown' }

export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)(?: ([^\n]+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', info = '', text = '']) => ({ language, info, text }),
  )
}

/**
 * ```` ```sh ````, ```` ```js ````: run. `sh exits 1`: run, and ends with that code. `json tenants.json`: a file.
 * `text output`: printed before. `sh start` is what the test itself has started.
 * `console not run: reason`: not run.
 */
export function useOf({ language, info }: Block): Use {
  if (info === 'output') return { kind: 'output' }
  if (info === 'start' || /^not run: \S/.test(info)) return { kind: 'shown' }
  if (/^[\w-]+\.\w+$/.test(info)) return { kind: 'file', name: info }
  const exitCode = /^exits (\d+)$/.exec(info)?.[1] ?? (info === '' ? '0' : undefined)
  if (exitCode !== undefined && ['sh', 'js'].includes(language)) {
    return { kind: 'run', exitCode: Number(exitCode) }
  }
  if (info === '' && ['http', 'json', 'text'].includes(language)) return { kind: 'shown' }
  throw new Error(`a block neither runs nor says why it does not: ${language} ${info}`)
}
