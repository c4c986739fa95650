/** RFC 6749 requests are small; a longer one is a mistake or an attack. */
const bodyLimitBytes = 1024 * 1024

/** The text of a body, or undefined where it is too long; what is too long is not read to its end. */
export async function readLimitedBody(request: Request): Promise<string | undefined> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN)
  if (declared > bodyLimitBytes) return undefined
  if (!Number.isNaN(declared)) return request.text()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > bodyLimitBytes) return undefined
    chunks.push(chunk)
  }
  return new Blob(chunks as BlobPart[]).text()
}
