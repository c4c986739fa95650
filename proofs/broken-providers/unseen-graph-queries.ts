import { objectsAt } from './graph-callers.ts'
import {
  answered,
  answeredWith,
  asked,
  type Body,
  type GraphFault,
  isListing,
  reads,
  shownWith,
} from './graph-faults.ts'

const optionOf = ({ url }: Request, name: string) => new URL(url).searchParams.get(name) ?? ''

/** A query option of requests that read is changed. */
function readAs(name: string, change: (text: string) => string) {
  return asked(reads, (url) => {
    const text = url.searchParams.get(name)
    if (text !== null) url.searchParams.set(name, change(text))
  })
}

/** Listings hold only what this lets through. */
function narrowed(keep: (object: Body, request: Request) => boolean) {
  return answeredWith(reads, (body, request) =>
    isListing(body) ? { ...body, value: body.value.filter((one) => keep(one, request)) } : body,
  )
}

/** A query that is refused is asked again without the option. */
function ignoredWhereRefused(name: string, isIt: (text: string) => boolean = () => true) {
  return answered(reads, async (request, forward) => {
    const answer = await forward(request)
    const url = new URL(request.url)
    if (answer.status !== 400 || !isIt(url.searchParams.get(name) ?? '')) return answer
    url.searchParams.delete(name)
    return forward(new Request(url, request))
  })
}

/** The text that a filter compares the display name with. */
const nameIn = (filter: string, before: RegExp) =>
  new RegExp(`${before.source}'([^']+)'`, 'i').exec(filter)?.[1]

const textOf = ({ displayName }: Body) => String(displayName ?? '')

export const queriesUnseen: readonly GraphFault[] = [
  [
    'equal names differ by their letter case',
    'GRAPH-LIST',
    narrowed((object, request) => {
      const name = nameIn(optionOf(request, '$filter'), /^displayName eq /)
      return name === undefined || object.displayName === undefined || textOf(object) === name
    }),
  ],
  [
    'startswith finds the text anywhere',
    'GRAPH-LIST',
    answered(reads, async (request, forward) => {
      const name = nameIn(optionOf(request, '$filter'), /^startswith\(displayName, ?/)
      if (!name) return forward(request)
      const { pathname } = new URL(request.url)
      const all = await objectsAt(request, forward, `${pathname}?$top=999`)
      return Response.json({ value: all.filter((one) => textOf(one).includes(name)) })
    }),
  ],
  [
    'a filter that needs an advanced query is answered without one',
    'GRAPH-QUERY-ADVANCED',
    answered(reads, (request, forward) => {
      if (!/\bne\b|\bnot\b|endswith/i.test(optionOf(request, '$filter'))) return forward(request)
      const url = new URL(request.url)
      url.searchParams.set('$count', 'true')
      const again = new Request(url, request)
      again.headers.set('consistencylevel', 'eventual')
      return forward(again)
    }),
  ],
  [
    'of two conditions only the first counts',
    'GRAPH-LIST',
    readAs('$filter', (text) => text.replace(/ and .*$/i, '')),
  ],
  [
    'of two alternatives only the first counts',
    'GRAPH-LIST',
    readAs('$filter', (text) => text.replace(/ or .*$/i, '')),
  ],
  [
    'of several values only the first counts',
    'GRAPH-LIST',
    readAs('$filter', (text) => text.replace(/in \(('[^']*')[^)]*\)/i, 'in ($1)')),
  ],
  [
    'a doubled quote in a filter is left out',
    'GRAPH-LIST',
    readAs('$filter', (text) => text.replace(/(\w)''(\w)/g, '$1$2')),
  ],
  [
    'a filter by an unknown property finds everything',
    'GRAPH-QUERY',
    ignoredWhereRefused('$filter', (text) => / eq /.test(text)),
  ],
  [
    'a listing in descending order is ascending',
    'GRAPH-LIST',
    readAs('$orderby', (text) => text.replace(/ desc/gi, '')),
  ],
  [
    'capitals sort before small letters',
    'GRAPH-LIST',
    answeredWith(reads, (body, request) =>
      isListing(body) && /^displayName( asc)?$/i.test(optionOf(request, '$orderby'))
        ? {
            ...body,
            value: body.value.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1)),
          }
        : body,
    ),
  ],
  [
    'a search finds only what begins with the word',
    'GRAPH-LIST',
    narrowed((object, request) => {
      const word = /^"displayName:([^"]+)"$/i.exec(optionOf(request, '$search'))?.[1]
      return !word || textOf(object).toLowerCase().startsWith(word.toLowerCase())
    }),
  ],
  [
    'what is null is left out',
    'GRAPH-SELECT',
    shownWith(reads, (object) =>
      Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null)),
    ),
  ],
  ['an unknown property is selected in silence', 'GRAPH-QUERY', ignoredWhereRefused('$select')],
  [
    'what is expanded shows its id alone',
    'GRAPH-EXPAND',
    shownWith(reads, (object) =>
      Object.fromEntries(
        Object.entries(object).map(([name, value]) => [
          name,
          ['owners', 'sponsors'].includes(name) && Array.isArray(value)
            ? value.map(({ id }) => ({ id }))
            : value,
        ]),
      ),
    ),
  ],
  [
    'what is expanded shows more than was selected of it',
    'GRAPH-EXPAND',
    readAs('$expand', (text) => text.replace(/\(.*\)/, '')),
  ],
  [
    'too large a page is cut down in silence',
    'GRAPH-QUERY-SUPPORTED',
    readAs('$top', (text) => (Number(text) > 999 ? '999' : text)),
  ],
  ['skip is ignored', 'GRAPH-QUERY-SKIP', asked(reads, (url) => url.searchParams.delete('$skip'))],
  [
    'a listing without objects is not found',
    'GRAPH-LIST',
    answered(reads, async (request, forward) => {
      const answer = await forward(request)
      const { value } = answer.ok
        ? ((await answer
            .clone()
            .json()
            .catch(() => ({}))) as Body)
        : {}
      if (!Array.isArray(value) || value.length > 0) return answer
      const error = { code: 'Request_ResourceNotFound', message: 'Nothing was found.' }
      return Response.json({ error }, { status: 404 })
    }),
  ],
  [
    'options are read only with a dollar sign',
    'GRAPH-LIST',
    asked(reads, (url) => {
      for (const name of ['filter', 'select', 'top', 'count', 'expand']) {
        url.searchParams.delete(name)
      }
    }),
  ],
]
