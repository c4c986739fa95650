// An API that agents call: GET /orders for whoever its policy lets in.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createCallerCheck, Refusal } from './check-caller.mjs'

const { env } = process
const checkCaller = createCallerCheck({
  authorityHost: env.AGENTID_AUTHORITY_HOST ?? 'https://login.microsoftonline.com',
  tenantId: env.AGENTID_TENANT_ID,
  audience: env.AGENTID_API_AUDIENCE,
  role: env.AGENTID_API_ROLE,
  scope: env.AGENTID_API_SCOPE,
  policy: JSON.parse(env.AGENTID_API_POLICY ?? '{}'),
})

const app = new Hono()
app.get('/health', (context) => context.text('ready'))
app.get('/orders', async (context) => {
  const { oid, azp, appid } = await checkCaller(context.req.header('authorization'))
  return context.json({ orders: [], of: oid, through: azp ?? appid })
})
app.onError((error, context) => {
  if (!(error instanceof Refusal)) throw error
  context.header('WWW-Authenticate', `Bearer error="${error.message}"`)
  return context.json({ error: error.message }, error.status)
})

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(env.PORT ?? 3000) })
