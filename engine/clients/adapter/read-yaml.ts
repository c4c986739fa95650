import { readFile } from 'node:fs/promises'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { AdapterUsageError } from './adapter-usage-error.ts'

type Step = PropertyKey

/** The content of a YAML file, and a way to report an error at a place in it. */
export type YamlFile<Content> = {
  readonly content: Content
  /** Creates an error about the value at this path. */
  readonly problemAt: (path: readonly Step[], problem: string) => AdapterUsageError
}

/**
 * Reads a YAML (or JSON) file and validates it against a schema.
 * @param what the kind of file, for messages
 * @throws {AdapterUsageError} that names the file, the line and what was expected
 */
export async function readYaml<Content>(
  file: string,
  what: string,
  schema: z.ZodType<Content>,
): Promise<YamlFile<Content>> {
  const lines = new LineCounter()
  const document = parseDocument(await read(file, what), { lineCounter: lines })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const [broken] = document.errors
  if (broken) {
    const [sentence = ''] = broken.message.split('\n')
    throw new AdapterUsageError(
      `${at(broken.pos[0])}: the ${what} is not valid YAML: ${sentence.split(' at line', 1)[0]}`,
    )
  }
  const placeOf = (path: readonly Step[]): string => {
    const node = path.length ? document.getIn(path, true) : document.contents
    if (isNode(node) && node.range) return at(node.range[0])
    return path.length ? placeOf(path.slice(0, -1)) : file
  }
  const problemAt = (path: readonly Step[], problem: string) => {
    const member = path.length ? `${path.join('.')}: ` : ''
    return new AdapterUsageError(`${placeOf(path)}: ${member}${problem}`)
  }
  const parsed = schema.safeParse(plainValue(() => document.toJS(), file))
  if (parsed.success) return { content: parsed.data, problemAt }
  const problems = parsed.error.issues
    .flatMap(insideUnion)
    .map((issue) => problemAt(pathOf(issue), issue.message))
  throw new AdapterUsageError(
    [`Invalid ${what}.`, ...problems.map(({ message }) => message)].join('\n'),
  )
}

/** If the schema allows several forms, reports the problems of the closest one. */
function insideUnion(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const [best = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a))
  if (depth(best) > 0) {
    return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
  }
  const message = issue.errors.flatMap(([first]) => first?.message ?? []).join('; or: ')
  return [{ ...issue, message }]
}

const depth = (issues: readonly z.core.$ZodIssue[]) => issues[0]?.path.length ?? 0

/** For an unknown member, points at the member itself. */
function pathOf(issue: z.core.$ZodIssue): readonly Step[] {
  if (issue.code !== 'unrecognized_keys') return issue.path
  return [...issue.path, ...issue.keys.slice(0, 1)]
}

async function read(file: string, what: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new AdapterUsageError(`Cannot read the ${what} ${file}: ${code ?? message}`)
  }
}

/** The library refuses aliases that expand without end. */
function plainValue(unfold: () => unknown, file: string): unknown {
  try {
    return unfold()
  } catch (error) {
    throw new AdapterUsageError(`${file}: ${error instanceof Error ? error.message : error}`)
  }
}
