import type { JournalEntry } from '../../mock-idp/index.ts'
import type { Requests } from '../mock/open-mock.ts'
import type { Html } from '../page/html.ts'
import type { ViewParts } from '../view-parts.ts'
import { requestGone, requestView } from './request-view.ts'
import { storyOf } from './story.ts'
import { keyOf } from './what-of.ts'

/** Opens a request by its key, such as `<tenant id>.12`. */
export async function readRequest(key: string, parts: ViewParts): Promise<Html> {
  const { mock, findParties, explainer, now } = parts
  const [tenant = ''] = key.split('.', 1)
  const response = await mock.control(`/requests?tenant=${encodeURIComponent(tenant)}`)
  if (!response.ok) return requestGone()
  const { requests } = (await response.json()) as Requests
  const entry = requests.find((one: JournalEntry) => keyOf(one) === key)
  if (!entry) return requestGone()
  const parties = await findParties(entry.tenantId, mock)
  return requestView({
    entry,
    story: storyOf(entry, requests),
    parties,
    explainer,
    nowMs: now(),
  })
}
