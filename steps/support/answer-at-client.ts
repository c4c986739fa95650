import { Difference } from '../../engine/outcomes/difference.ts'
import { browserOf } from './browser.ts'
import type { AgentIdWorld } from './world.ts'

/** How an answer reached the client, where, and with what. */
export type AnswerAtClient = {
  readonly way: 'query' | 'fragment' | 'form_post'
  readonly address: string
  readonly parameters: Readonly<Record<string, string>>
}

/** @throws {Difference} where the browser does not lead back to a client */
export function answerAtClient(world: AgentIdWorld): AnswerAtClient {
  const { html, location } = browserOf(world).shown
  if (location !== '') return atAddress(location)
  const sent = readSubmission(html)
  if (sent && /^https?:/.test(sent.address)) return { way: 'form_post', ...sent }
  throw new Difference('where the browser goes on', 'an address of the client', 'a page')
}

/** An empty fragment says nothing, and keeps another one away. */
function atAddress(location: string): AnswerAtClient {
  const [before = '', fragment = ''] = location.split('#')
  const [address = '', query = ''] = before.split('?')
  const way = fragment === '' ? 'query' : 'fragment'
  return { way, address, parameters: read(fragment === '' ? query : fragment) }
}

/** A parameter that comes twice counts as both, so that nobody takes it for either. */
function read(text: string): AnswerAtClient['parameters'] {
  const all = new URLSearchParams(text)
  return Object.fromEntries([...all.keys()].map((name) => [name, all.getAll(name).join(' and ')]))
}

/** What the first form of a page sends, read as a browser does. */
function readSubmission(html: string): Omit<AnswerAtClient, 'way'> | undefined {
  const tag = /<form\b[^>]*>/.exec(html)?.[0]
  if (tag === undefined) return undefined
  const inputs = [...html.matchAll(/<input\b((?:[^>"]|"[^"]*")*)>/g)].map(([, text = '']) => text)
  const named = inputs.map((text) => [attribute(text, 'name'), attribute(text, 'value')] as const)
  const hidden = named.filter(([name]) => name !== '')
  return { address: attribute(tag, 'action'), parameters: Object.fromEntries(hidden) }
}

function attribute(tag: string, name: string): string {
  const written = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return written
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
