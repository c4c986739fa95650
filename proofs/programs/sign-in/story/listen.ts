import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

/** An application that listens on this machine. */
export type Listening = { readonly url: string; readonly close: () => void }

export async function listen(app: Hono): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : ''
  return { url: `http://localhost:${port}`, close: () => void server.close() }
}
