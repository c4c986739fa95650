import {
  answered,
  answeredWith,
  asked,
  asks,
  type Body,
  type GraphFault,
  reads,
  shownWith,
  withoutOption,
  writtenAs,
} from './graph-faults.ts'

const listOf = ({ value }: Body) => (Array.isArray(value) ? (value as readonly Body[]) : undefined)

/** Queries that are not looked at, or not right. */
export const queriesOtherwise: readonly GraphFault[] = [
  ['filters are ignored', 'GRAPH-LIST', withoutOption('$filter')],
  ['page sizes are ignored', 'GRAPH-PAGES', withoutOption('$top')],
  ['selections are ignored', 'GRAPH-SELECT', withoutOption('$select')],
  ['orders are ignored', 'GRAPH-LIST', withoutOption('$orderby')],
  ['searches are ignored', 'GRAPH-LIST', withoutOption('$search')],
  ['expansions are ignored', 'GRAPH-EXPAND', withoutOption('$expand')],
  ['counts are ignored', 'GRAPH-COUNT', withoutOption('$count')],
  [
    'the next link leads to the same page',
    'GRAPH-PAGES',
    answeredWith(reads, (body, { url }) =>
      '@odata.nextLink' in body ? { ...body, '@odata.nextLink': url } : body,
    ),
  ],
  [
    'the next link leads to another host',
    'GRAPH-PAGES',
    answeredWith(reads, (body) =>
      '@odata.nextLink' in body
        ? {
            ...body,
            '@odata.nextLink': String(body['@odata.nextLink']).replace(
              /^https:\/\/[^/]+/,
              'https://graph.example',
            ),
          }
        : body,
    ),
  ],
  [
    'the next page forgets the selection',
    'GRAPH-PAGES',
    answeredWith(reads, (body) => {
      if (!('@odata.nextLink' in body)) return body
      const next = new URL(String(body['@odata.nextLink']))
      next.searchParams.delete('$select')
      return { ...body, '@odata.nextLink': next.href }
    }),
  ],
  [
    'the last page links to a next one',
    'GRAPH-PAGES',
    answeredWith(reads, (body, { url }) =>
      listOf(body) && !('@odata.nextLink' in body) && /skiptoken/i.test(url)
        ? { ...body, '@odata.nextLink': url }
        : body,
    ),
  ],
  [
    'agents are listed with other principals',
    'GRAPH-LIST',
    asked(asks('GET', '/servicePrincipals/(microsoft\\.)?graph\\.agentIdentity'), (url) => {
      url.pathname = url.pathname.replace(/\/[^/]+$/, '')
    }),
  ],
  [
    'an object is found under another type',
    'GRAPH-OBJECT',
    asked(asks('GET', '[0-9a-f-]{36}/(microsoft\\.)?graph\\.\\w+'), (url) => {
      url.pathname = url.pathname.replace(/\/[^/]+$/, '')
    }),
  ],
  [
    'a count is a string',
    'GRAPH-COUNT',
    answeredWith(reads, (body) =>
      '@odata.count' in body ? { ...body, '@odata.count': String(body['@odata.count']) } : body,
    ),
  ],
  [
    'a count is of the page',
    'GRAPH-COUNT',
    answeredWith(reads, (body) =>
      '@odata.count' in body ? { ...body, '@odata.count': listOf(body)?.length } : body,
    ),
  ],
  [
    'expanded owners are only ids',
    'GRAPH-EXPAND',
    shownWith(reads, (one) =>
      Array.isArray(one.owners) ? { ...one, owners: one.owners.map(({ id }) => id) } : one,
    ),
  ],
  [
    'answers to a batch are under the ids of others',
    'GRAPH-BATCH',
    answeredWith(asks('POST', '\\$batch'), (body) => {
      const all = body.responses as readonly Body[]
      return { responses: all.map((each, index) => ({ ...each, id: all.at(index - 1)?.id })) }
    }),
  ],
  [
    'a batch with a refusal is refused whole',
    'GRAPH-BATCH',
    answered(asks('POST', '\\$batch'), async (request, forward) => {
      const answer = await forward(request)
      const text = await answer.text()
      return /"status":[45]/.test(text)
        ? Response.json({ error: { code: 'BadRequest', message: '' } }, { status: 400 })
        : new Response(text, answer)
    }),
  ],
  [
    'a batch answers with its bodies as text',
    'GRAPH-BATCH',
    answeredWith(asks('POST', '\\$batch'), (body) => ({
      responses: (body.responses as readonly Body[]).map((each) => ({
        ...each,
        body: each.body && JSON.stringify(each.body),
      })),
    })),
  ],
  [
    'a batch does not wait for what a request depends on',
    'GRAPH-BATCH',
    writtenAs(asks('POST', '\\$batch'), (body) => ({
      ...body,
      requests: [...(body.requests as readonly Body[])]
        .map(({ dependsOn: _, ...each }) => each)
        .reverse(),
    })),
  ],
]
