import { keptByTenant, objectsAt } from './graph-callers.ts'
import {
  answered,
  answeredWith,
  type Body,
  type GraphFault,
  isListing,
  reads,
} from './graph-faults.ts'

const optionOf = ({ url }: Request, name: string) => new URL(url).searchParams.get(name)
const isLater = (request: Request) => reads(request) && /skiptoken/i.test(request.url)

/** Links to the next page are written otherwise. */
function linkedBy(change: (link: URL) => string) {
  return answeredWith(reads, (body) => {
    const link = body['@odata.nextLink']
    return typeof link === 'string' ? { ...body, '@odata.nextLink': change(new URL(link)) } : body
  })
}

function without(name: string) {
  return linkedBy((link) => {
    link.searchParams.delete(name)
    return link.href
  })
}

/** Pages by the number of objects before them, not by the last object. */
function pagesByNumber() {
  return answered(reads, async (request, forward) => {
    const top = Number(optionOf(request, '$top') ?? 0)
    if (top === 0) return forward(request)
    const url = new URL(request.url)
    const start = Number(url.searchParams.get('$skiptoken') ?? 0)
    url.searchParams.delete('$skiptoken')
    url.searchParams.set('$top', '999')
    const whole = await forward(new Request(url, request))
    if (!whole.ok) return whole
    const { '@odata.nextLink': _, ...body } = (await whole.json()) as Body
    if (!isListing(body)) return Response.json(body, whole)
    const link = new URL(request.url)
    link.searchParams.set('$skiptoken', String(start + top))
    const hasMore = body.value.length > start + top
    return Response.json(
      {
        ...body,
        ...(hasMore && { '@odata.nextLink': link.href }),
        value: body.value.slice(start, start + top),
      },
      { headers: whole.headers },
    )
  })
}

/** The last object of a page comes again at the start of the next one. */
function overlapping() {
  const lastBefore = new Map<string, Body | undefined>()
  return answeredWith(reads, (body, { url }) => {
    if (!isListing(body)) return body
    const before = lastBefore.get(new URL(url).searchParams.get('$skiptoken') ?? '')
    const link = body['@odata.nextLink']
    if (typeof link === 'string') {
      lastBefore.set(new URL(link).searchParams.get('$skiptoken') ?? '', body.value.at(-1))
    }
    return before ? { ...body, value: [before, ...body.value] } : body
  })
}

export const pagesUnseen: readonly GraphFault[] = [
  ['the last object of a page comes again on the next', 'GRAPH-PAGES', overlapping()],
  ['an object that is deleted between two pages hides another', 'GRAPH-PAGES', pagesByNumber()],
  ['the link to the next page forgets what was selected', 'GRAPH-PAGES', without('$select')],
  ['the link to the next page forgets the size of pages', 'GRAPH-PAGES', without('$top')],
  [
    'the last page links to itself',
    'GRAPH-PAGES',
    answeredWith(isLater, (body, { url }) => ({ '@odata.nextLink': url, ...body })),
  ],
  [
    'the link to the next page leads to http',
    'GRAPH-PAGES',
    linkedBy(({ href }) => href.replace('https:', 'http:')),
  ],
  [
    'the link to the next page is relative',
    'GRAPH-PAGES',
    linkedBy(({ pathname, search }) => `${pathname}${search}`),
  ],
  [
    'the link to the next page leads to beta',
    'GRAPH-PAGES',
    linkedBy(({ href }) => href.replace('/v1.0/', '/beta/')),
  ],
  [
    'the count is of the page',
    'GRAPH-COUNT',
    answeredWith(reads, (body) =>
      isListing(body) && '@odata.count' in body
        ? { ...body, '@odata.count': body.value.length }
        : body,
    ),
  ],
  [
    'the count is of the collection, whatever the filter',
    'GRAPH-COUNT',
    answered(reads, async (request, forward) => {
      const answer = await forward(request)
      const text = await answer.text()
      if (!text.includes('"@odata.count"')) return new Response(text || null, answer)
      const { pathname } = new URL(request.url)
      const { length } = await objectsAt(request, forward, `${pathname}?$top=999`)
      return Response.json({ ...JSON.parse(text), '@odata.count': length }, answer)
    }),
  ],
  [
    'a count alone is JSON',
    'GROUP-COUNT',
    answered(reads, async (request, forward) => {
      const answer = await forward(request)
      if (!answer.ok || !request.url.includes('/$count')) return answer
      return Response.json({ value: Number(await answer.text()) })
    }),
  ],
  [
    'a count alone needs no header',
    'GRAPH-QUERY-COUNT',
    answered(
      (request) => reads(request) && request.url.includes('/$count'),
      (request, forward) => {
        const again = new Request(request)
        again.headers.set('consistencylevel', 'eventual')
        return forward(again)
      },
    ),
  ],
  [
    'the count is left out where nothing fits',
    'GRAPH-COUNT',
    answeredWith(reads, (body) => {
      const { '@odata.count': count, ...rest } = body
      return count === 0 ? rest : body
    }),
  ],
  [
    'a page token of another query is taken for the first page',
    'GRAPH-PAGE',
    answered(isLater, async (request, forward) => {
      const answer = await forward(request)
      if (answer.status !== 400) return answer
      const url = new URL(request.url)
      url.searchParams.delete('$skiptoken')
      return forward(new Request(url, request))
    }),
  ],
  ['a link to the next page holds for its first use alone', 'GRAPH-PAGES', usedOnce()],
]

function usedOnce() {
  const usedOf = keptByTenant(() => new Set<string>())
  return answered(isLater, (request, forward) => {
    const used = usedOf(request)
    const url = new URL(request.url)
    if (used.has(url.href)) url.searchParams.set('$skiptoken', 'used')
    used.add(url.href)
    return forward(new Request(url, request))
  })
}
