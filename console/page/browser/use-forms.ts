import { showPart } from './show-part.ts'

/** Sends a form as JSON and shows what comes back. A field named more than once is a list. */
export function sendForm(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const data = new FormData(form)
  const button = submitter as HTMLButtonElement | null
  const fields: Record<string, unknown> = Object.fromEntries(data)
  for (const many of form.querySelectorAll<HTMLSelectElement>('select[multiple]')) {
    fields[many.name] = data.getAll(many.name)
  }
  if (button?.name) fields[button.name] = button.value
  const { send = '', into = 'main' } = form.dataset
  void showPart(into, { path: send, send: fields }, true)
}

/** Puts an example into the field, and sends it. */
export function fillIn(text: string): void {
  const field = document.querySelector<HTMLTextAreaElement>('.ask textarea')
  if (!field) return
  field.value = text
  field.form?.requestSubmit()
}

export async function copyText(button: HTMLElement): Promise<void> {
  const label = button.textContent
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? '')
    button.textContent = 'Copied'
  } catch {
    button.textContent = 'Not allowed to copy'
  }
  setTimeout(() => {
    button.textContent = label
  }, 2000)
}
