import { z } from 'zod'
import { isGuid } from './guid.ts'

/** A GUID, lower-cased: the directory spells every id in lower case. */
export const guid = z
  .string()
  .refine(isGuid, { error: 'expected a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301' })
  .overwrite((text) => text.toLowerCase())
  .meta({ format: 'uuid', description: 'A GUID.' })
export const name = z.string().min(1).meta({ description: 'The display name.' })
export const time = z.iso
  .datetime({ offset: true })
  .meta({ description: 'A time such as 2026-01-31T00:00:00Z.' })
export const enabled = z
  .boolean()
  .default(true)
  .meta({ description: 'False: Entra refuses it as disabled. Default: true.' })

export const objectIds = (what: string) =>
  z
    .array(guid)
    .default([])
    .meta({ description: `Object ids of the users and groups that ${what} it.` })
