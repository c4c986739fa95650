/** RFC 6749 requests are small; a longer one is a mistake or an attack. */
const bodyLimitBytes = 1024 * 1024

/**
 * The text of a body, or undefined where it is too long; what is too long is not read to its end. A body that breaks
 * off, because its client left or broke the rules of HTTP, is read as far as it came.
 */
export async function readLimitedBody(request: Request): Promise<string | undefined> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN)
  if (declared > bodyLimitBytes) return undefined
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  try {
    const reader = request.body?.getReader()
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done) break
      length += value.byteLength
      if (length > bodyLimitBytes) {
        await reader?.cancel()
        return undefined
      }
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    // What came is all that there will be.
  }
  return text + decoder.decode()
}
