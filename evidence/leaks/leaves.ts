import { isJsonObject } from '../../wire/json-object.ts'
import type { Leaf } from './leak.ts'

/** Every text in a JSON value: values, numbers as they are written, and the names of members. */
export function leavesOf(value: unknown, place = ''): readonly Leaf[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => leavesOf(item, `${place}[${index}]`))
  }
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([name, member], index) => [
      { place: `${place}: name ${index + 1}`, text: name, isName: true },
      // A name may be what leaks, so that a place says it only where it is a plain word.
      ...leavesOf(member, `${place}${place === '' ? '' : '.'}${sayable(name, index)}`),
    ])
  }
  return [{ place, text: String(value), isName: false }]
}

function sayable(name: string, index: number): string {
  return /^[a-z][a-z_ -]{0,40}$/i.test(name) ? name : `member ${index + 1}`
}
