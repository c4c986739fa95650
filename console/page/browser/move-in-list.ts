/** Moves the focus between the requests with the arrow keys, Home and End. */
export function moveInList(event: KeyboardEvent): void {
  const link = (event.target as Element).closest<HTMLElement>('.row a')
  if (!link || event.ctrlKey || event.altKey || event.metaKey) return
  const links = [...document.querySelectorAll<HTMLElement>('.row a')]
  const at = links.indexOf(link)
  const goals: Readonly<Record<string, number>> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: links.length - 1,
  }
  const goal = goals[event.key]
  if (goal === undefined) return
  event.preventDefault()
  links[goal]?.focus()
}
