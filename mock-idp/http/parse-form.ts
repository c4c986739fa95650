/** The parameters of a form, and the first thing that is wrong with it. */
export type Form = {
  readonly parameters: ReadonlyMap<string, string>
  /** The name of every parameter beyond the first of that name, in their order. */
  readonly repeated: readonly string[]
  readonly malformedParameter: string | undefined
}

/** Of a request that holds none. */
export const noForm: Form = { parameters: new Map(), repeated: [], malformedParameter: undefined }

/** What bytes that are no UTF-8 have become when they reach us as text. */
const replacement = '\uFFFD'

/** Whether a body of this type is a form. */
export function isForm(contentType: string): boolean {
  return isUrlEncoded(contentType) || isMultipart(contentType)
}

export function isUrlEncoded(contentType: string): boolean {
  return mediaType(contentType) === 'application/x-www-form-urlencoded'
}

export function isMultipart(contentType: string): boolean {
  return mediaType(contentType) === 'multipart/form-data'
}

function mediaType(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase()
}

/** Reads a body as a form, whatever type it has: what is no form reads as one with strange names. */
export function readForm(body: string, contentType = ''): Form | Promise<Form> {
  return isMultipart(contentType) ? parseMultipart(body, contentType) : parseUrlEncoded(body)
}

/** Reads `application/x-www-form-urlencoded`. Where a parameter is repeated, its first value is kept. */
export function parseUrlEncoded(body: string): Form {
  return formOf([...new URLSearchParams(body)], findMalformed(body))
}

/** The name of the first parameter that is not percent-encoded UTF-8. */
function findMalformed(body: string): string | undefined {
  if (isWellEncoded(body)) return undefined
  const pair = body.split('&').find((one) => !isWellEncoded(one))
  const [name = ''] = pair?.split('=') ?? []
  return isWellEncoded(name) && name !== '' ? decodeURIComponent(name) : 'body'
}

function isWellEncoded(text: string): boolean {
  if (text.includes(replacement)) return false
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Reads `multipart/form-data`. A body that does not fit its boundary is malformed. */
export async function parseMultipart(body: string, contentType: string): Promise<Form> {
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
    const entries = [...form].map(([name, value]): [string, string] => [name, String(value)])
    return formOf(entries, undefined)
  } catch {
    return formOf([], 'body')
  }
}

function formOf(
  entries: readonly [string, string][],
  malformedParameter: string | undefined,
): Form {
  const parameters = new Map<string, string>()
  const repeated: string[] = []
  for (const [name, value] of entries) {
    if (!parameters.has(name)) parameters.set(name, value)
    else repeated.push(name)
  }
  return { parameters, repeated, malformedParameter }
}
