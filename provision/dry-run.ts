import type { JsonObject } from '../wire/json-object.ts'
import type { Graph, GraphRequest } from './graph/graph-request.ts'
import type { Ports } from './ports/ports.ts'
import type { PrivateFiles } from './ports/private-files.ts'

/** Ids of objects that a dry run did not make, such as `{booking.id}`. */
const placeholder = /\{|%7B/i
/** Long, or secret. */
const masked = new Set(['key', 'secretText', 'proof', 'password'])

/** Sends reads. Shows each write instead of sending it, and continues as if it had succeeded. */
export function dryGraph({ tell }: Ports, graph: Graph): Graph {
  const removed = new Set<string>()
  return async (request) => {
    const { method, path, pretended = {} } = request
    if (method !== 'GET') {
      tell({ kind: 'call', label: method, text: describeCall(request) })
      if (method === 'DELETE') removed.add(lastId(path))
      return pretended
    }
    const isPretended = placeholder.test(path) || (isDeletedItem(path) && removed.has(lastId(path)))
    return isPretended ? {} : graph(request)
  }
}

const isDeletedItem = (path: string): boolean => path.includes('/directory/deletedItems/')

const lastId = (path: string): string => /[0-9a-f-]{36}/i.exec(path)?.[0] ?? path

function describeCall({ path, body }: GraphRequest): string {
  const readable = decodeURIComponent(path)
  return body === undefined ? readable : `${readable} ${maskBody(body)}`
}

/** A body without what is secret or too long to read. */
export function maskBody(body: JsonObject): string {
  return JSON.stringify(body, (name, value) => (masked.has(name) ? '[masked]' : value))
}

/** Reads files as they are, and keeps changes to itself. */
export function dryFiles(files: PrivateFiles): PrivateFiles {
  const changed = new Map<string, string | undefined>()
  return {
    read: async (path) => (changed.has(path) ? changed.get(path) : files.read(path)),
    replace: async (path, text) => void changed.set(path, text),
    remove: async (path) => void changed.set(path, undefined),
  }
}
