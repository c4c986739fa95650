import { filterRows } from './filter-rows.ts'
import { moveFocus } from './move-focus.ts'
import { closeStory, createDrawer, followAddress, leaveStory, stepStory } from './open-story.ts'

/** Adds filters, a drawer for stories, and arrow keys. Without it, the page works by links. */
export function startPage(): void {
  const drawer = createDrawer()
  const form = document.querySelector<HTMLFormElement>('form.filters')
  if (!drawer || !form) return
  const { dialog } = drawer
  document.documentElement.classList.add('scripted')
  form.hidden = false
  filterRows(form)
  form.addEventListener('input', () => filterRows(form))
  form.addEventListener('submit', (event) => event.preventDefault())
  // The fields become empty only after the event.
  form.addEventListener('reset', () => setTimeout(() => filterRows(form)))
  document.querySelector('[data-reset]')?.addEventListener('click', () => form.reset())
  document.querySelector('table.matrix')?.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent) moveFocus(event)
  })
  dialog.addEventListener('close', () => leaveStory(drawer))
  dialog.addEventListener('click', (event) => {
    const [action] = (event.target as Element).closest('button')?.classList ?? []
    if (event.target === dialog || action === 'close') closeStory(drawer)
    if (action === 'previous') stepStory(drawer, -1)
    if (action === 'next') stepStory(drawer, 1)
  })
  window.addEventListener('hashchange', () => followAddress(drawer))
  if (location.hash !== '') followAddress(drawer)
}
