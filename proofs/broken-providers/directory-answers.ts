import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import { broken, changedBody, notFound } from '../broken-answers.ts'
import { brokenGraphPromises } from '../broken-graph-promises.ts'
import { graphPath } from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>

const code = (name: string) =>
  changedBody(graphPath, 400, ({ error }) => ({ error: { ...(error as Body), code: name } }))

function status(from: number, to: number): InProcessOptions {
  return broken(graphPath, async (answer) =>
    answer.status === from
      ? new Response(await answer.text(), { status: to, headers: answer.headers })
      : answer,
  )
}

/** Requests of which a part of the query is lost. */
function withoutOption(name: string): InProcessOptions {
  const intercept: Intercept = async (request, forward) => {
    const url = new URL(request.url)
    if (!graphPath.test(url.pathname)) return forward(request)
    url.searchParams.delete(name)
    return forward(new Request(url, request))
  }
  return { intercept }
}

/** Pages of which the last object is lost, or the first comes again. */
const page = (change: (value: readonly unknown[]) => readonly unknown[]) =>
  changedBody(graphPath, 200, (body) =>
    body['@odata.nextLink'] === undefined
      ? body
      : { ...body, value: change(body.value as readonly unknown[]) },
  )

/** A directory that answers otherwise than it says, one fault after another. */
export const directoryAnswersWrong: readonly BrokenProvider[] = [
  {
    name: 'the directory refuses under another code',
    breaks: ['BLUEPRINT-SPONSOR', 'GRAPH-OBJECT'],
    options: code('BadRequest'),
  },
  {
    name: 'the directory refuses a missing permission with 401',
    breaks: ['GRAPH-PERMISSION'],
    options: status(403, 401),
  },
  {
    name: 'the directory refuses a missing object with 400',
    breaks: ['GRAPH-OBJECT'],
    options: status(404, 400),
  },
  {
    name: 'the directory creates with 200',
    breaks: ['BLUEPRINT-UPSERT'],
    options: status(201, 200),
  },
  {
    name: 'a refusal of the directory names no request',
    breaks: ['GRAPH-ERROR-BODY'],
    options: changedBody(graphPath, 400, ({ error }) => ({
      error: { ...(error as Body), innerError: undefined },
    })),
  },
  {
    name: 'a page loses an object',
    breaks: ['GRAPH-PAGES'],
    options: page((value) => value.slice(0, -1)),
  },
  {
    name: 'a page repeats an object',
    breaks: ['GRAPH-PAGES'],
    options: page((value) => [...value, value[0]]),
  },
  {
    name: 'every page is the first',
    breaks: ['GRAPH-PAGES'],
    options: withoutOption('$skiptoken'),
  },
  {
    name: 'the size of a page is not kept',
    breaks: ['GRAPH-PAGES'],
    options: withoutOption('$top'),
  },
  {
    name: 'a filter selects everything',
    breaks: ['GRAPH-LIST'],
    options: withoutOption('$filter'),
  },
  {
    name: 'a selection of properties is not kept',
    breaks: ['GRAPH-SELECT'],
    options: withoutOption('$select'),
  },
  {
    name: 'a batch fails with one of its requests',
    breaks: ['GRAPH-BATCH'],
    options: broken(/\$batch$/, async (answer) =>
      (await answer.clone().text()).includes('"status":404') ? notFound() : answer,
    ),
  },
  {
    name: 'the directory takes tokens for other resources',
    breaks: ['GRAPH-TOKEN-AUDIENCE'],
    options: { waivedRules: ['GRAPH-TOKEN-AUDIENCE'] },
  },
  {
    name: 'the directory takes expired tokens',
    breaks: ['GRAPH-TOKEN-TIME'],
    options: { waivedRules: ['GRAPH-TOKEN-TIME'] },
  },
  {
    name: 'the directory takes tokens that anybody signed',
    breaks: ['GRAPH-TOKEN-GENUINE'],
    options: { waivedRules: ['GRAPH-TOKEN-GENUINE'] },
  },
  {
    name: 'misspelt properties are written nowhere',
    breaks: ['GRAPH-PROPERTY-KNOWN'],
    options: { waivedRules: ['GRAPH-PROPERTY-KNOWN'] },
  },
  {
    name: 'the sign-in log knows no agents',
    breaks: ['SIGNIN-AGENT'],
    options: brokenGraphPromises['SIGNIN-AGENT'] ?? {},
  },
]
