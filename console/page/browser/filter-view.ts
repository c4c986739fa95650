import { showPart } from './show-part.ts'

/** Shows the view again, as the form of its filters wants it, and keeps the focus where it is. */
export async function filterView(form: HTMLFormElement): Promise<void> {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (value !== '') query.set(name, String(value))
  const active = document.activeElement?.getAttribute('name')
  const { filter = '', into = 'main' } = form.dataset
  history.replaceState(null, '', `/?${query}`)
  if (!(await showPart(into, { path: `${filter}?${query}` }, false))) return
  const field = document.querySelector<HTMLInputElement>(`form[data-filter] [name="${active}"]`)
  field?.focus()
  if (field?.type === 'search') field.setSelectionRange(field.value.length, field.value.length)
}
