import { askForToken, tokenHeader } from './control-token.ts'

export type PartRequest = { readonly path: string; readonly send?: unknown }

/** Fetches a part of the page and puts it into its place. Tells whether it came. */
export async function showPart(
  into: string,
  { path, send }: PartRequest,
  moveFocus: boolean,
): Promise<boolean> {
  const place = document.getElementById(into)
  const notice = document.getElementById('notice')
  if (!place) return false
  const body = send === undefined ? {} : { method: 'POST', body: JSON.stringify(send) }
  place.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(path, {
      ...body,
      headers: { ...tokenHeader(), 'content-type': 'application/json' },
    })
    if (response.status === 401) {
      await askForToken()
      return await showPart(into, { path, send }, moveFocus)
    }
    const text = await response.text()
    const isPart = response.headers.get('content-type')?.startsWith('text/html') ?? false
    if (notice) notice.textContent = isPart ? '' : `The mock answered ${response.status}: ${text}`
    if (!isPart) return false
    putPart(place, text, moveFocus)
    return true
  } catch {
    if (notice) notice.textContent = 'The mock does not answer. Is it still running?'
    return false
  } finally {
    place.removeAttribute('aria-busy')
  }
}

/** Puts a part into its place, tells the page, and leads the focus to its title. */
export function putPart(place: HTMLElement, text: string, moveFocus: boolean): void {
  place.innerHTML = text
  place.dispatchEvent(new CustomEvent('shown', { bubbles: true }))
  if (!moveFocus) return
  const isView = place.id === 'main'
  if (isView) scrollTo(0, 0)
  const title = place.querySelector<HTMLElement>('[data-focus], h1') ?? place
  title.focus({ preventScroll: isView })
}

/** A link that changes a part of the page only. A new tab opens the whole page as ever. */
export function followLink(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-part]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  const { into = 'main', part = '' } = link.dataset
  history.pushState(null, '', link.href)
  markView()
  if (into === 'detail') {
    document.querySelector('.row a[aria-current]')?.removeAttribute('aria-current')
    link.setAttribute('aria-current', 'true')
    document.querySelector('.live')?.classList.add('opened')
  }
  void showPart(into, { path: part }, true)
}

/** The view that the address names is the current one of the navigation. */
export function markView(): void {
  const view = new URLSearchParams(location.search).get('view') ?? 'live'
  for (const link of document.querySelectorAll<HTMLElement>('nav [data-view]')) {
    if (link.dataset.view === view) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
    if (link.dataset.view === view) document.title = `${link.textContent} · agentid`
  }
}
