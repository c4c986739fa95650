/** One server-sent event: the name and the lines of its data. */
export type ServerSentEvent = { readonly event: string; readonly data: string }

/**
 * The events of a body, as they come (HTML Living Standard, 9.2.6). Ids, retry times and comments are passed over:
 * nothing here sends them.
 *
 * @param signal ends them, also while none comes
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  const reader = body.pipeThrough(new TextDecoderStream() as never).getReader()
  signal?.addEventListener('abort', () => void reader.cancel().catch(() => {}))
  let text = ''
  try {
    for (;;) {
      const { done, value } = (await reader.read()) as { done: boolean; value: string }
      if (done) return
      const blocks = (text + value).split(/\r?\n\r?\n/)
      text = blocks.pop() ?? ''
      for (const block of blocks) yield eventOf(block)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function eventOf(block: string): ServerSentEvent {
  const lines = block.split(/\r?\n/)
  const fieldsNamed = (name: string) =>
    lines.flatMap((line) =>
      line.startsWith(`${name}:`) ? [line.slice(name.length + 1).replace(/^ /, '')] : [],
    )
  return { event: fieldsNamed('event')[0] ?? 'message', data: fieldsNamed('data').join('\n') }
}
