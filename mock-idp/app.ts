import { type Handler, Hono } from 'hono'
import { exchange, type Surroundings } from './exchange/index.ts'
import type { Journal } from './journal/journal.ts'
import type { SigningKey } from './keys/signing-key.ts'
import { type Route, routesOf } from './routes.ts'
import type { Tenants } from './tenants/tenants.ts'
import { unknownPath } from './unknown-path.ts'

/** What the app serves. */
export type AppParts = Omit<Surroundings, 'sandboxOf'> & {
  readonly tenants: Tenants
  readonly signingKeys: readonly SigningKey[]
  readonly controlToken: string | undefined
  /** Requests that ask no tenant which exists. */
  readonly strays: Journal
}

/** The routes, the control API, and what answers any other path. */
export function createApp(parts: AppParts): Hono {
  const { world, tenants, signingKeys, record } = parts
  const { sandboxOf } = tenants
  const surroundings = { world, sandboxOf, record }
  const routes = routesOf({ signingKeys, sandboxOf })
  const control = loadControl(parts)

  const app = new Hono()
  for (const { path, methods, endpoint } of routes) {
    const handler = handlerOf(endpoint, surroundings)
    if (methods) app.on([...methods], path, handler)
    else app.all(path, handler)
  }
  app.all('/_mock/*', async ({ req }) => (await control()).fetch(req.raw))
  const unknown = unknownPath(routes.map(({ path }) => path))
  app.notFound((context) => exchange(context, unknown, surroundings))
  app.onError((error) => {
    throw error
  })
  return app
}

export function handlerOf(endpoint: Route['endpoint'], surroundings: Surroundings): Handler {
  if (typeof endpoint !== 'function') return (context) => exchange(context, endpoint, surroundings)
  let loading: ReturnType<typeof endpoint> | undefined
  return async (context) => {
    loading ??= endpoint()
    return exchange(context, await loading, surroundings)
  }
}

/** The control API is loaded when first asked for: most runs of the mock never are. */
function loadControl({ world, tenants, strays, controlToken }: AppParts): () => Promise<Hono> {
  let loading: Promise<Hono> | undefined
  return () => {
    loading ??= import('./control/index.ts').then(({ createControl }) =>
      createControl({ tenants, strays, controlToken, world }),
    )
    return loading
  }
}
