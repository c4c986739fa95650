import { createSign, generateKeyPairSync } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { announce } from './announce.ts'

/** The floor: a handler that checks nothing and signs a fixed payload of the size of T1. */
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const unsigned = Buffer.from(JSON.stringify({ padding: 'x'.repeat(1000) })).toString('base64url')

const app = new Hono()
app.post('/:tenant/oauth2/v2.0/token', async (context) => {
  const form = new URLSearchParams(await context.req.text())
  const signature = createSign('sha256').update(unsigned).sign(privateKey, 'base64url')
  return context.json({ access_token: `${unsigned}.${signature}`, scope: form.get('scope') })
})

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  announce(`http://127.0.0.1:${port}/tenant/oauth2/v2.0/token`)
})
