import { type Examination, enforce } from '../../answers/enforce.ts'
import { routeRules } from '../../rules/graph/requests.ts'
import type { Operation } from './operation.ts'

type Route = {
  readonly parts: readonly string[]
  readonly byMethod: ReadonlyMap<string, Operation>
}
export type Routes = ReadonlyMap<string, readonly Route[]>

/** Operations by the first segment of their path, so that a call is held against few. */
export function routesOf(operations: readonly Operation[]): Routes {
  const byFirst = new Map<string, Route[]>()
  for (const path of new Set(operations.map((one) => one.path))) {
    const parts = path.toLowerCase().split('/')
    const own = operations.filter((one) => one.path === path)
    const route = { parts, byMethod: new Map(own.map((one) => [one.method as string, one])) }
    const first = parts[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), route])
  }
  return byFirst
}

export type FoundOperation = {
  readonly operation: Operation
  readonly ids: Readonly<Record<string, string>>
}

/** @throws {Refusal} under GRAPH-PATH or GRAPH-METHOD */
export function findOperation(
  routes: Routes,
  segments: readonly string[],
  method: string,
  examination: Examination,
): FoundOperation {
  const candidates = routes.get(segments[0]?.toLowerCase() ?? '') ?? []
  const route = candidates.find(({ parts }) => fits(parts, segments))
  const operation = route?.byMethod.get(method)
  enforce(
    routeRules,
    {
      segment: strangeSegment(candidates, segments),
      pathFound: route !== undefined,
      methodFound: route === undefined || operation !== undefined,
    },
    examination,
  )
  if (!route || !operation) throw new TypeError(`no operation ${method} ${segments.join('/')}`)
  return { operation, ids: idsIn(operation.path, segments) }
}

const isPlaceholder = (part: string) => part.startsWith('{')

function fits(parts: readonly string[], segments: readonly string[]): boolean {
  return parts.length === segments.length && parts.every((part, at) => suits(part, segments[at]))
}

function suits(part: string, segment = ''): boolean {
  return isPlaceholder(part) || part === segment.toLowerCase()
}

function idsIn(path: string, segments: readonly string[]): Record<string, string> {
  const placeholders = path
    .split('/')
    .flatMap((part, at) => (isPlaceholder(part) ? [[part.slice(1, -1), segments[at] ?? '']] : []))
  return Object.fromEntries(placeholders)
}

/** The first segment at which no path goes on as this one does. */
function strangeSegment(candidates: readonly Route[], segments: readonly string[]): string {
  const agreeing = segments.findIndex(
    (_, at) =>
      !candidates.some(({ parts }) =>
        parts.slice(0, at + 1).every((one, i) => suits(one, segments[i])),
      ),
  )
  return segments[agreeing] ?? segments.at(-1) ?? ''
}
