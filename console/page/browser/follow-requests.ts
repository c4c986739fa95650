import { tokenHeader } from './control-token.ts'

/** Adds the rows that came, newest first, and drops the oldest ones beyond a thousand. */
export function addRows(list: HTMLElement, rows: readonly string[]): void {
  const mostRows = 1000
  list.insertAdjacentHTML('afterbegin', [...rows].reverse().join(''))
  while (list.childElementCount > mostRows) list.lastElementChild?.remove()
  const count = document.getElementById('count')
  if (count) count.textContent = String(list.childElementCount)
}

export function tellState(text: string, isFollowing: boolean): void {
  const state = document.getElementById('state')
  if (state) state.textContent = text
  document.querySelector('.lamp')?.classList.toggle('on', isFollowing)
}

/** Reads the events of a stream until it ends: `data` is a row each. */
export async function readStream(
  body: ReadableStream<Uint8Array>,
  list: HTMLElement,
): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n')
    text = blocks.pop() ?? ''
    const rows = blocks
      .filter((block) => !block.startsWith('event:'))
      .map((block) => block.replace(/^data: ?/gm, ''))
    if (rows.length > 0) requestAnimationFrame(() => addRows(list, rows))
  }
}

/** Follows the requests as long as their list is on the page, and begins again where the mock went away. */
export async function followRequests(): Promise<void> {
  const list = document.getElementById('requests')
  if (!list || list.dataset.followed) return
  list.dataset.followed = 'yes'
  const ending = new AbortController()
  document.addEventListener('shown', () => list.isConnected || ending.abort())
  while (list.isConnected) {
    try {
      const response = await fetch(list.dataset.stream ?? '', {
        headers: tokenHeader(),
        signal: ending.signal,
      })
      if (response.ok && response.body) {
        tellState(', following', true)
        await readStream(response.body, list)
      }
    } catch {
      // Told below: the mock went away, or another view is shown.
    }
    if (list.isConnected) tellState(', the mock does not answer', false)
    await new Promise((resolve) => setTimeout(resolve, 2000))
  }
}
