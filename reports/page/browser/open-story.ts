type Drawer = {
  readonly dialog: HTMLDialogElement
  readonly body: HTMLElement
  /** Marks the original place of the article. */
  readonly place: Comment
}

export function createDrawer(): Drawer | undefined {
  const dialog = document.querySelector('dialog')
  const body = dialog?.querySelector<HTMLElement>('.drawer-body')
  return dialog && body ? { dialog, body, place: document.createComment('story') } : undefined
}

/** Opens the story that the address names, such as `#RETRY-PER-AGENT.1`; closes the drawer if it names none. */
export function followAddress({ dialog, body, place }: Drawer): void {
  const id = decodeURIComponent(location.hash.slice(1))
  const found = id === '' ? null : document.getElementById(id)
  const article = found?.closest<HTMLElement>('.rule-article')
  if (!article) {
    dialog.close()
    return
  }
  if (!body.contains(article)) {
    putBack(body, place)
    article.replaceWith(place)
    body.append(article)
  }
  const part = found?.closest('.part') ?? article.querySelector('.part')
  for (const one of article.querySelectorAll<HTMLElement>('.part')) one.hidden = one !== part
  for (const tab of article.querySelectorAll('.tabs a')) {
    const isShown = tab.getAttribute('href') === `#${part?.id}`
    if (isShown) tab.setAttribute('aria-current', 'true')
    else tab.removeAttribute('aria-current')
  }
  dialog.setAttribute('aria-labelledby', article.querySelector('h3')?.id ?? '')
  dialog.dataset.part = part?.id ?? ''
  if (!dialog.open) dialog.showModal()
  body.scrollTop = 0
  if (!article.contains(document.activeElement)) article.querySelector('h3')?.focus()
}

/** After the drawer closed: restores the page, and the focus on the cell that was open. */
export function leaveStory({ dialog, body, place }: Drawer): void {
  const part = dialog.dataset.part
  if (part === undefined) return
  delete dialog.dataset.part
  putBack(body, place)
  history.replaceState(null, '', location.href.split('#', 1)[0])
  const cells = [...document.querySelectorAll<HTMLElement>('table.matrix a')]
  cells.find((cell) => cell.getAttribute('href') === `#${part}`)?.focus()
}

/** Restores at once: an address event may come before the dialog's close event. */
export function closeStory(drawer: Drawer): void {
  drawer.dialog.close()
  leaveStory(drawer)
}

export function putBack(body: HTMLElement, place: Comment): void {
  const article = body.querySelector<HTMLElement>('.rule-article')
  if (!article) return
  for (const part of article.querySelectorAll<HTMLElement>('.part')) part.hidden = false
  place.replaceWith(article)
}

/** The next or previous visible rule, for the same subject. */
export function stepStory(drawer: Drawer, by: 1 | -1): void {
  const href = `#${drawer.dialog.dataset.part}`
  const cells = [...document.querySelectorAll<HTMLAnchorElement>('tr.rule:not([hidden]) a')]
  const cell = cells.find((one) => one.getAttribute('href') === href)
  if (!cell) return
  const column = cell.closest('td')?.cellIndex
  const same = cells.filter((one) => one.closest('td')?.cellIndex === column)
  const next = same[same.indexOf(cell) + by]
  if (!next) return
  location.replace(next.getAttribute('href') ?? '')
  // At once: a quick second press may come before the address event.
  followAddress(drawer)
}
