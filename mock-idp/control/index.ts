import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { answerProblem, answerUnknown } from './answer-problem.ts'
import { chaosRoutes } from './chaos.ts'
import { clockRoutes } from './clock.ts'
import { faultRoutes } from './faults.ts'
import { graphTokenRoutes } from './graph-tokens.ts'
import { keyRoutes } from './keys.ts'
import { lagRoutes } from './lag.ts'
import { lifetimesRoutes } from './lifetimes.ts'
import { addOpenApi } from './openapi.ts'
import type { ControlParts } from './parts.ts'
import { refuseStrangers } from './refuse-strangers.ts'
import { requestRoutes } from './requests.ts'
import { resetRoutes } from './reset.ts'
import { ruleRoutes } from './rules.ts'
import { tenantRoutes } from './tenants.ts'

/** `/_mock/`: control over the mock for tests. Microsoft Entra has nothing like it. */
export function createControl(parts: ControlParts): Hono {
  const { world, controlToken } = parts
  const control = new Hono().basePath('/_mock')
  control.use(refuseStrangers(world))
  if (controlToken !== undefined) control.use(bearerAuth({ token: controlToken }))

  control.route('/tenants', tenantRoutes(parts))
  control.route('/requests', requestRoutes(parts))
  control.route('/clock', clockRoutes(parts))
  control.route('/faults', faultRoutes(parts))
  control.route('/lifetimes', lifetimesRoutes(parts))
  control.route('/chaos', chaosRoutes(parts))
  control.route('/lag', lagRoutes(parts))
  control.route('/graph-tokens', graphTokenRoutes(parts))
  control.route('/keys', keyRoutes(parts))
  control.route('/rules', ruleRoutes(parts))
  control.route('/reset', resetRoutes(parts))
  addOpenApi(control, parts)

  control.notFound(answerUnknown)
  control.onError(answerProblem)
  return control
}
