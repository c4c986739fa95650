import { z } from 'zod'

/** The kinds of values that properties have in a request body. Lengths come from the reference pages. */

export const text = (length: number) => z.string().max(length)
export const nullableText = (length: number) => text(length).nullable()
export const structure = z.record(z.string(), z.unknown())
export const url = z.string().min(1)
export const references = z.array(url)
export const timestamp = z.iso.datetime({ offset: true })
