/** The token of the control API, if the mock asked for one: kept by this tab alone, never in an address. */
export function tokenHeader(): Record<string, string> {
  const token = sessionStorage.getItem('control-token')
  return token === null ? {} : { authorization: `Bearer ${token}` }
}

/** Asks the person for the token of the control API. */
export function askForToken(): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('#ask-token')
  const form = dialog?.querySelector('form')
  sessionStorage.removeItem('control-token')
  return new Promise((resolve) => {
    if (!dialog || !form) return
    if (!dialog.open) dialog.showModal()
    form.onsubmit = (event) => {
      event.preventDefault()
      const field = form.querySelector('input')
      sessionStorage.setItem('control-token', field?.value.trim() ?? '')
      form.reset()
      dialog.close()
      resolve()
    }
  })
}
