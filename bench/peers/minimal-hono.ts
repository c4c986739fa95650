import { createSign, createVerify, generateKeyPairSync } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { announce } from './announce.ts'

/**
 * The floor: a handler that signs a fixed payload of the size of T1. With the argument `2` it first verifies two
 * assertions, as an exchange of a person's token does; apart from that it checks nothing.
 */
const assertionNames = ['client_assertion', 'assertion'].slice(0, Number(process.argv[2] ?? 0))
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const unsigned = Buffer.from(JSON.stringify({ padding: 'x'.repeat(1000) })).toString('base64url')

function sign(): string {
  const signature = createSign('sha256').update(unsigned).sign(privateKey, 'base64url')
  return `${unsigned}.${signature}`
}

function isGenuine(assertion: string): boolean {
  const [payload = '', signature = ''] = assertion.split('.')
  return createVerify('sha256').update(payload).verify(publicKey, signature, 'base64url')
}

const app = new Hono()
app.post('/:tenant/oauth2/v2.0/token', async (context) => {
  const form = new URLSearchParams(await context.req.text())
  const genuine = assertionNames.every((name) => isGenuine(form.get(name) ?? ''))
  if (!genuine) return context.json({ error: 'invalid_client' }, 401)
  return context.json({ access_token: sign(), scope: form.get('scope') })
})

const assertions = Object.fromEntries(assertionNames.map((name) => [name, sign()]))
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  announce(`http://127.0.0.1:${port}/tenant/oauth2/v2.0/token`, assertions)
})
