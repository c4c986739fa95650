import { type Html, html } from './html.ts'

/** Fields that a form carries along unseen. */
export function hiddenFields(fields: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}`
}

/** What is known, as names and values. */
export function facts(named: Readonly<Record<string, string | undefined>>): Html {
  const known = Object.entries(named).filter(([, value]) => value !== undefined && value !== '')
  return html`<dl class="facts">${known.map(
    ([name, value]) =>
      html`<div><dt>${name}</dt><dd data-testid="${testIdOf(name)}">${value}</dd></div>`,
  )}</dl>`
}

/** Of the name `Trace ID`: `trace-id`. */
function testIdOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}

/** Something that went wrong, which a screen reader says at once. */
export function problem(text: string | undefined): Html {
  return text === undefined
    ? html``
    : html`<p class="problem" role="alert" data-testid="problem">${text}</p>`
}

/** The first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word = '') => [...word][0] ?? '').join('')
}
