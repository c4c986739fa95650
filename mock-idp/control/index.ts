import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { accessPolicyRoutes } from './access-policies.ts'
import { answerProblem, answerUnknown } from './answer-problem.ts'
import { chaosRoutes } from './chaos.ts'
import { clockRoutes } from './clock.ts'
import { deviceCodeRoutes } from './device-codes.ts'
import { faultRoutes } from './faults.ts'
import { graphTokenRoutes } from './graph-tokens.ts'
import { healthRoute } from './health.ts'
import { keyRoutes } from './keys.ts'
import { lagRoutes } from './lag.ts'
import { lifetimesRoutes } from './lifetimes.ts'
import { addOpenApi } from './openapi.ts'
import type { ControlParts } from './parts.ts'
import { type ControlPath, controlPaths, healthPath } from './paths.ts'
import { refuseStrangers } from './refuse-strangers.ts'
import { requestRoutes } from './requests.ts'
import { resetRoutes } from './reset.ts'
import { ruleRoutes } from './rules.ts'
import { signInRoutes } from './sign-in.ts'
import { tenantRoutes } from './tenants.ts'
import { tokenRoutes } from './tokens.ts'

const routesAt: Readonly<Record<ControlPath, (parts: ControlParts) => Hono>> = {
  '/tenants': tenantRoutes,
  '/requests': requestRoutes,
  '/clock': clockRoutes,
  '/faults': faultRoutes,
  '/lifetimes': lifetimesRoutes,
  '/chaos': chaosRoutes,
  '/lag': lagRoutes,
  '/graph-tokens': graphTokenRoutes,
  '/tokens': tokenRoutes,
  '/sign-in': signInRoutes,
  '/device-codes': deviceCodeRoutes,
  '/access-policies': accessPolicyRoutes,
  '/keys': keyRoutes,
  '/rules': ruleRoutes,
  '/reset': resetRoutes,
}

/** `/_mock/`: control over the mock for tests. Microsoft Entra has nothing like it. */
export function createControl(parts: ControlParts): Hono {
  const { world, controlToken } = parts
  const control = new Hono().basePath('/_mock')
  // A probe asks by any host and has no token.
  control.get(healthPath, ...healthRoute)
  control.use(refuseStrangers(world))
  if (controlToken !== undefined) control.use(bearerAuth({ token: controlToken }))

  for (const path of controlPaths) control.route(path, routesAt[path](parts))
  addOpenApi(control, parts)
  const { console } = parts
  if (console) control.all('/console/*', ({ req }) => console(req.raw))

  control.notFound(answerUnknown)
  control.onError(answerProblem)
  return control
}
