import type { InProcessOptions } from '../engine/targets/in-process.ts'
import { readTokenRequest, refused, type TokenRequest } from './token-requests.ts'

/** A policy of Conditional Access, as the control API shows it. */
export type ShownPolicy = {
  readonly id: string
  readonly appliesTo: 'people' | 'agents' | 'agentUsers'
  readonly principals: readonly string[]
  readonly resource?: string
  readonly control: 'block' | 'mfa'
}

type Forward = (request: Request) => Promise<Response>

/** A provider that holds other policies against a token request than its tenant has. */
export function underPolicies(
  change: (policies: readonly ShownPolicy[], asked: TokenRequest) => readonly ShownPolicy[],
): InProcessOptions {
  return {
    intercept: async (request, forward) => {
      const asked = await readTokenRequest(request)
      if (!asked) return forward(request)
      const tenant = tenantOf(asked.tenant, request, forward)
      const own = await policiesOf(tenant)
      const others = change(own, asked)
      if (others === own || own.length === 0) return forward(request)
      await setPolicies(tenant, others)
      const answer = await forward(request)
      await setPolicies(tenant, own)
      return answer
    },
  }
}

/** A provider that refuses such requests while its tenant has such a policy. */
export function refusingUnder(
  isLike: (asked: TokenRequest) => boolean,
  isSuch: (policy: ShownPolicy) => boolean,
): InProcessOptions {
  return {
    intercept: async (request, forward) => {
      const asked = await readTokenRequest(request)
      if (!asked || !isLike(asked)) return forward(request)
      const tenant = tenantOf(asked.tenant, request, forward)
      const refuses = (await policiesOf(tenant)).some(isSuch)
      return refuses ? refused(asked, 'invalid_grant', 53003, 400) : forward(request)
    },
  }
}

/** A provider that knows no such policy when it answers at such a path. */
export function blindAt(
  path: RegExp,
  isHidden: (policy: ShownPolicy) => boolean = () => true,
): InProcessOptions {
  return {
    intercept: async (request, forward) => {
      const { pathname } = new URL(request.url)
      if (!path.test(pathname)) return forward(request)
      const tenant = tenantOf(pathname.split('/')[1] ?? '', request, forward)
      const own = await policiesOf(tenant)
      if (!own.some(isHidden)) return forward(request)
      await setPolicies(
        tenant,
        own.filter((one) => !isHidden(one)),
      )
      const answer = await forward(request)
      await setPolicies(tenant, own)
      return answer
    },
  }
}

type Tenant = { readonly url: string; readonly name: string; readonly forward: Forward }

function tenantOf(name: string, request: Request, forward: Forward): Tenant {
  return { url: `${new URL(request.url).origin}/_mock/access-policies`, name, forward }
}

function call({ url, name, forward }: Tenant, method: string, body?: ShownPolicy) {
  const headers = { 'content-type': 'application/json' }
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
  return forward(new Request(`${url}?tenant=${name}`, init))
}

async function policiesOf(tenant: Tenant): Promise<readonly ShownPolicy[]> {
  const { accessPolicies = [] } = (await (await call(tenant, 'GET')).json()) as {
    readonly accessPolicies?: readonly ShownPolicy[]
  }
  return accessPolicies
}

async function setPolicies(tenant: Tenant, policies: readonly ShownPolicy[]): Promise<void> {
  await call(tenant, 'DELETE')
  for (const policy of policies) {
    const { status } = await call(tenant, 'POST', policy)
    if (status !== 201) throw new TypeError(`the mock does not take the policy: ${status}`)
  }
}
