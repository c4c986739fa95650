import type { Filter, TextFunction } from './filter.ts'
import { filterProblem, type ODataProblem } from './problem.ts'
import { type Constants, flatPath, isNameNode, literalOf } from './tree.ts'

const textFunctions: readonly string[] = ['startswith', 'endswith', 'contains']

/** The filter a function call means; Graph's are `startswith`, `endswith`, `contains` and `isof`. */
export function filterOfCall(call: unknown, constants: Constants): Filter {
  const { method, args } = partsOfCall(call)
  if (isTextFunction(method)) return filterOfText(method, args, constants)
  if (method === 'isof' && args.length === 1) {
    return { kind: 'isof', type: typeNameOf(args[0], constants) }
  }
  throw filterProblem(`The function '${method}' is not supported here.`)
}

function filterOfText(name: TextFunction, args: readonly unknown[], constants: Constants): Filter {
  const [target, constant] = args
  const literal = literalOf(constant, constants)
  const flat = isNameNode(target) ? flatPath(target) : undefined
  if (
    !flat ||
    flat.last.count !== undefined ||
    flat.last.lambda ||
    flat.last.method !== undefined
  ) {
    throw signatureProblem(name)
  }
  if (literal?.type !== 'Edm.String') throw signatureProblem(name)
  return { kind: 'text', name, path: flat.path, text: literal.value }
}

/** Graph's pages write `isof('microsoft.graph.user')`, OData 4.01 (URL conventions, 5.1.1.10.2) without the quotes. */
function typeNameOf(node: unknown, constants: Constants): string {
  const literal = literalOf(node, constants)
  if (literal?.type === 'Edm.String') return literal.value
  const flat = isNameNode(node) ? flatPath(node) : undefined
  if (flat?.path.length === 1) return flat.path[0] ?? ''
  throw filterProblem("'isof' takes the name of a type.")
}

function partsOfCall(call: unknown): {
  readonly method: string
  readonly args: readonly unknown[]
} {
  if (typeof call === 'object' && call !== null && 'method' in call && 'args' in call) {
    const args: readonly unknown[] = Array.isArray(call.args) ? call.args : []
    return { method: String(call.method), args }
  }
  throw filterProblem('A function call could not be read.')
}

function signatureProblem(name: string): ODataProblem {
  const signature = `${name}(Edm.String Nullable=true, Edm.String Nullable=true)`
  return filterProblem(
    `No function signature for the function with name '${name}' matches the specified arguments. The function signatures considered are: ${signature}.`,
  )
}

function isTextFunction(name: string): name is TextFunction {
  return textFunctions.includes(name)
}
