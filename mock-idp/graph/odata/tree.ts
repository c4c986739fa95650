import type { Path } from './filter.ts'
import type { Literal } from './literal.ts'

/** What the parser returns beside its tree: the constants by their numbers, and the literals these stand for. */
export interface Constants {
  readonly literals: readonly Literal[]
  readonly binds: ArrayLike<unknown>
}

/** A name in the parser's tree with what follows it. */
export interface NameNode {
  readonly name: string
  readonly property?: unknown
  readonly count?: unknown
  readonly lambda?: {
    readonly method: 'any' | 'all'
    readonly identifier: string
    readonly expression: unknown
  }
  readonly method?: unknown
  readonly key?: unknown
  readonly options?: unknown
}

/** A path as the parser nests it, laid out flat: its names and the last of its nodes. */
export interface FlatPath {
  readonly path: Path
  readonly last: NameNode
}

export function isNameNode(node: unknown): node is NameNode {
  return typeof node === 'object' && node !== null && 'name' in node
}

/** `a/b/c` of nested nodes as a list; undefined where a node holds what no path of Graph has, such as a key. */
export function flatPath(node: NameNode): FlatPath | undefined {
  const path: string[] = []
  let last = node
  for (;;) {
    path.push(last.name)
    if (last.key !== undefined || last.options !== undefined) return undefined
    if (!isNameNode(last.property)) return { path, last }
    last = last.property
  }
}

/** The literal a node stands for; undefined where it stands for none. */
export function literalOf(node: unknown, { literals, binds }: Constants): Literal | undefined {
  if (typeof node !== 'object' || node === null || !('bind' in node)) return undefined
  return literalOfBind(binds[Number(node.bind)], literals)
}

/** The literals of the list a node stands for, as in `in ('a','b')`. */
export function literalsOf(
  node: unknown,
  { literals, binds }: Constants,
): readonly Literal[] | undefined {
  if (typeof node !== 'object' || node === null || !('bind' in node)) return undefined
  const bind = binds[Number(node.bind)]
  if (!Array.isArray(bind) || bind[0] !== 'List' || !Array.isArray(bind[1])) return undefined
  const values = bind[1].map((value: unknown) => literalOfBind(value, literals))
  return values.every((value) => value !== undefined) ? values : undefined
}

function literalOfBind(bind: unknown, literals: readonly Literal[]): Literal | undefined {
  return Array.isArray(bind) && bind[0] === 'Text' ? literals[Number(bind[1])] : undefined
}
