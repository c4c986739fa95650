import { type Context, Hono } from 'hono'
import type { Console, LentMock } from '../mock-idp/index.ts'
import { directoryView } from './directory/directory-view.ts'
import { makeObject } from './directory/make-object.ts'
import { explainView } from './explain/explain-view.ts'
import type { Explainer } from './explain/explainer.ts'
import { explanationPart } from './explain/explanation.ts'
import { liveView } from './live/live-view.ts'
import { readLive } from './live/read-live.ts'
import { streamRows } from './live/stream-rows.ts'
import { chooseTenant } from './mock/choose-tenant.ts'
import { createParties } from './mock/names.ts'
import { MockProblem, openMock } from './mock/open-mock.ts'
import type { Html } from './page/html.ts'
import { isViewName, pageHeaders, renderPage, type ViewName } from './page/layout.ts'
import { readFields } from './page/read-fields.ts'
import { controls } from './play/controls.ts'
import { playView } from './play/play-view.ts'
import { type Purse, runStep } from './play/run-step.ts'
import { useControl } from './play/use-control.ts'
import { readRequest } from './request/read-request.ts'
import type { ViewParts } from './view-parts.ts'

export type { ExplainedRule, ExplainedToken, Explainer } from './explain/explainer.ts'

export type ConsoleParts = LentMock & {
  readonly explainer: Explainer
  readonly now: () => number
}

/** The page at `/` for people who would rather look than read. It sees the mock through the control API. */
export function createConsole({ explainer, now, ...lent }: ConsoleParts): Console {
  const findParties = createParties(now)
  const partsOf = ({ req }: Context): ViewParts => {
    const mock = openMock(lent, new URL(req.url).origin)
    return { mock, findParties, explainer, now }
  }
  const app = new Hono()

  app.get('/', async (context) => {
    const { name, query } = asked(context)
    const isOpen = lent.controlToken === undefined
    const view = isOpen ? await showView(name, query, partsOf(context)) : undefined
    return context.html(renderPage(name, view), 200, pageHeaders)
  })
  const parts = new Hono().basePath('/_mock/console')
  parts.get('/view', async (context) => {
    const { name, query } = asked(context)
    return answer(context, await showView(name, query, partsOf(context)))
  })
  parts.get('/request', async (context) =>
    answer(context, await readRequest(context.req.query('request') ?? '', partsOf(context))),
  )
  parts.get('/live', (context) => streamRows(context, partsOf(context)))
  parts.post('/explain', async (context) => {
    const { text = '' } = await readFields(context)
    return answer(context, explanationPart(explainer.ofText(text, now())))
  })
  parts.post('/make', async (context) => {
    const { mock } = partsOf(context)
    const { tenantId, node, made } = await makeObject(await readFields(context), mock)
    const chosen = await chooseTenant(tenantId, mock)
    return answer(context, directoryView({ ...chosen, chosen: node, made }))
  })
  const purse: Purse = new Map()
  parts.post('/play', async (context) =>
    answer(context, await runStep(await readFields(context), partsOf(context), purse)),
  )
  parts.post('/control', async (context) => {
    const { mock } = partsOf(context)
    const fields = await readFields(context)
    const said = await useControl(fields, mock)
    return answer(context, await controls(fields.tenant ?? '', mock, said))
  })
  app.route('/', parts)
  app.onError((error, context) => {
    if (!(error instanceof MockProblem)) throw error
    return context.text(error.message, 400)
  })
  return async (request) => app.fetch(request)
}

function asked({ req }: Context): { readonly name: ViewName; readonly query: URLSearchParams } {
  const query = new URL(req.url).searchParams
  const name = query.get('view') ?? ''
  return { name: isViewName(name) ? name : 'live', query }
}

async function showView(name: ViewName, query: URLSearchParams, parts: ViewParts): Promise<Html> {
  if (name === 'explain') return explainView()
  if (name === 'directory' || name === 'play') {
    const { mock } = parts
    const found = await chooseTenant(query.get('tenant'), mock)
    if (name === 'directory') return directoryView({ ...found, chosen: query.get('node') ?? '' })
    return playView({ ...found, query, controls: await controls(found.tenant.tenantId, mock) })
  }
  return liveView(await readLive(query, parts))
}

function answer(context: Context, part: Html): Response | Promise<Response> {
  return context.html(String(part), 200, { 'cache-control': 'no-store' })
}
