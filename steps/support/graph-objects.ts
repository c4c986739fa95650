import type { CastName } from '../../engine/cast/names.ts'
import type { Listing, ObjectName } from '../../engine/requests/graph-objects.ts'

export function parseObject(text: string): ObjectName {
  const [, strange] = /^an unknown (.+)$/.exec(text) ?? []
  const [, kind = strange, name] = /^the (.+?)(?: of)? "(.+)"$/.exec(text) ?? []
  return { kind: kind as ObjectName['kind'], name: name as CastName | undefined }
}

export function parseListing(text: string): Listing {
  return text as Listing
}
