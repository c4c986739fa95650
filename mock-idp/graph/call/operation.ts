import type { GraphCall, GraphResult } from './graph-call.ts'

/** One thing that the directory can be asked. Its path is spelled without casts; ids stand in braces. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly run: (call: GraphCall) => GraphResult | Promise<GraphResult>
}

export function get(path: string, run: Operation['run']): Operation {
  return { method: 'GET', path, run }
}

export function post(path: string, run: Operation['run']): Operation {
  return { method: 'POST', path, run }
}

export function patch(path: string, run: Operation['run']): Operation {
  return { method: 'PATCH', path, run }
}

export function put(path: string, run: Operation['run']): Operation {
  return { method: 'PUT', path, run }
}

export function remove(path: string, run: Operation['run']): Operation {
  return { method: 'DELETE', path, run }
}
