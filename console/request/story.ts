import type { JournalEntry } from '../../mock-idp/index.ts'
import { isJsonObject } from '../../wire/json-object.ts'

/** Longer ones say no more: T1, T2, a token and some calls. */
const longestStory = 8
/** A request that came much earlier belongs to another story. */
const farthestBack = 60

/**
 * The requests that led to one: those before it of the same agent identity, back to the T1 that it began with.
 */
export function storyOf(
  entry: JournalEntry,
  requests: readonly JournalEntry[],
): readonly JournalEntry[] {
  const at = requests.findIndex(({ sequence }) => sequence === entry.sequence)
  const earlier = requests.slice(Math.max(0, at - farthestBack), Math.max(0, at)).reverse()
  const own = new Set([...agentsIn(entry), ...agentOfT1(entry)])
  if (own.size === 0 || entry.leg === 't1') return [entry]
  const story = [entry]
  for (const one of earlier) {
    if (story.length >= longestStory) break
    if (!agentsIn(one).some((id) => own.has(id))) continue
    story.unshift(one)
    if (one.leg === 't1') break
  }
  return story
}

/** The agent identity that a request is about, or else the client that sends it. */
export function agentsIn({ parameters, basicClientId, bearer }: JournalEntry): readonly string[] {
  if (parameters.fmi_path) return [parameters.fmi_path]
  const claims = isJsonObject(bearer?.claims) ? bearer.claims : {}
  const named = [parameters.client_id, basicClientId, claims.azp, claims.appid]
  return named.flatMap((id) => (typeof id === 'string' && id !== '' ? [id] : []))
}

/** T1 names its agent identity after the last slash of its subject: another one may present it. */
function agentOfT1({ assertion }: JournalEntry): readonly string[] {
  const claims = isJsonObject(assertion?.claims) ? assertion.claims : {}
  const { sub } = claims
  return typeof sub === 'string' && sub.startsWith('/eid1/') ? sub.split('/').slice(-1) : []
}
