import { z } from 'zod'
import { accessPolicy } from '../directory/access-policy-schema.ts'
import { SandboxProblem } from '../sandbox/sandbox-problem.ts'
import type { Sandbox } from '../sandbox/sandboxes.ts'
import type { Tenants } from '../tenants/tenants.ts'
import { chaosChange } from './chaos-schema.ts'
import { clockChange } from './clock-schema.ts'
import { fault } from './fault-schema.ts'
import { lagChange } from './lag-schema.ts'
import { lifetimesChange } from './lifetimes-schema.ts'
import { relaxationMistakes } from './rules-schema.ts'
import { signInChange } from './sign-in-schema.ts'

/** The same tenants, for code that nobody checked: what the control API would refuse over HTTP throws here. */
export function checkedTenants(tenants: Tenants): Tenants {
  return {
    ...tenants,
    sandboxOf: (tenantId) => checkedSandbox(tenants.sandboxOf(tenantId)),
    relax: (tenantId, ruleIds) => {
      const ids = checked('relax', z.array(z.string()), ruleIds)
      const mistakes = relaxationMistakes(ids)
      if (mistakes.length > 0) throw new SandboxProblem('relax', mistakes)
      tenants.relax(tenantId, ids)
    },
    setAccessPolicies: async (tenantId, policies) => {
      checked('setAccessPolicies', z.array(accessPolicy), policies)
      await tenants.setAccessPolicies(tenantId, policies)
    },
  }
}

function checkedSandbox(sandbox: Sandbox): Sandbox {
  const parts: Readonly<Record<string, () => unknown>> = {
    faults: () => {
      const { faults } = sandbox
      return { ...faults, add: checking('faults.add', fault, faults.add) }
    },
    clock: () => {
      const { clock } = sandbox
      return { ...clock, set: checking('clock.set', clockChange, clock.set) }
    },
    lifetimes: () => {
      const { lifetimes } = sandbox
      return { ...lifetimes, set: checking('lifetimes.set', lifetimesChange, lifetimes.set) }
    },
    lag: () => {
      const { lag } = sandbox
      return { ...lag, set: checking('lag.set', lagChange, lag.set) }
    },
    chaos: () => {
      const { chaos } = sandbox
      return { ...chaos, set: checking('chaos.set', chaosChange.shape.seed, chaos.set) }
    },
    signInSettings: () => {
      const { signInSettings } = sandbox
      const set = checking('signInSettings.set', signInChange, signInSettings.set)
      return { ...signInSettings, set }
    },
  }
  // The parts of a sandbox are made when somebody first asks for them.
  return new Proxy(sandbox, {
    get: (target, name) => parts[String(name)]?.() ?? Reflect.get(target, name, target),
  })
}

function checking<Schema extends z.ZodType>(
  call: string,
  schema: Schema,
  change: (value: z.output<Schema>) => void,
): (value: unknown) => void {
  return (value) => change(checked(call, schema, value))
}

function checked<Schema extends z.ZodType>(
  call: string,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new SandboxProblem(call, [z.prettifyError(parsed.error)])
}
