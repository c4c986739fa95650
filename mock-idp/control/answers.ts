import type { Context, Hono } from 'hono'
import type { Tenants } from '../tenants/tenants.ts'
import { fault } from './fault-schema.ts'
import { readBody } from './read-body.ts'
import { chaosChange, lagChange, lifetimesChange } from './schemas.ts'

type SandboxOf = (context: Context) => ReturnType<Tenants['sandboxOf']>

/** What a test does to the answers of one tenant: faults, lifetimes, lag, chaos. */
export function addAnswerOperations(control: Hono, sandbox: SandboxOf): void {
  control.get('/faults', (context) => context.json({ faults: sandbox(context).faults.pending() }))
  control.post('/faults', async (context) => {
    const { faults } = sandbox(context)
    faults.add(await readBody(context, fault))
    return context.json({ faults: faults.pending() }, 201)
  })
  control.delete('/faults', (context) => {
    sandbox(context).faults.clear()
    return context.body(null, 204)
  })

  control.get('/lifetimes', (context) => context.json(sandbox(context).lifetimes.current()))
  control.put('/lifetimes', async (context) => {
    const { lifetimes } = sandbox(context)
    lifetimes.set(await readBody(context, lifetimesChange))
    return context.json(lifetimes.current())
  })

  control.get('/lag', (context) => context.json(sandbox(context).lag.current()))
  control.put('/lag', async (context) => {
    const { lag } = sandbox(context)
    lag.set(await readBody(context, lagChange))
    return context.json(lag.current())
  })

  control.get('/chaos', (context) => context.json({ seed: sandbox(context).chaos.seed() }))
  control.put('/chaos', async (context) => {
    const { chaos } = sandbox(context)
    const { seed } = await readBody(context, chaosChange)
    chaos.set(seed)
    return context.json({ seed })
  })
}
