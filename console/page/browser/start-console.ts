import { askForToken, tokenHeader } from './control-token.ts'
import { filterView } from './filter-view.ts'
import { followRequests } from './follow-requests.ts'
import { moveInList } from './move-in-list.ts'
import { followLink, markView, showPart } from './show-part.ts'
import { copyText, fillIn, sendForm } from './use-forms.ts'

/** Makes links and forms change parts of the page, and follows the requests. */
export function startConsole(): void {
  document.documentElement.classList.add('scripted')
  const view = () => `/_mock/console/view${location.search}`
  document.addEventListener('click', (event) => {
    const target = event.target as Element
    const fill = target.closest<HTMLElement>('[data-fill]')?.dataset.fill
    if (fill !== undefined) fillIn(fill)
    const copy = target.closest<HTMLElement>('[data-copy]')
    if (copy) void copyText(copy)
    followLink(event)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.dataset.send && !form.dataset.filter) return
    event.preventDefault()
    if (form.dataset.filter) void filterView(form)
    else sendForm(form, event.submitter)
  })
  let typing: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('input', (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>('form[data-filter]')
    if (!form) return
    clearTimeout(typing)
    typing = setTimeout(() => void filterView(form), 200)
  })
  document.addEventListener('keydown', moveInList)
  document.addEventListener('shown', () => void followRequests())
  window.addEventListener('popstate', () => {
    markView()
    void showPart('main', { path: view() }, true)
  })
  if (document.querySelector('.view')) void followRequests()
  else void unlock(view())
}

/** The mock demands its control token: without it, the page holds nothing. */
export async function unlock(path: string): Promise<void> {
  if (!tokenHeader().authorization) await askForToken()
  await showPart('main', { path }, true)
}
