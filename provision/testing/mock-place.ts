import { createMockIdp } from '../../mock-idp/node.ts'
import { type ProvisionSettings, pathsBeside } from '../settings.ts'
import type { ProvisionFetch } from '../world/world.ts'
import { beginMs, type Place } from './fake-world.ts'
import { testSettings } from './test-settings.ts'

const origin = 'https://localhost:8443'

/** A tenant of the mock, and how provisioning is set for it. */
export type MockPlace = Place & {
  readonly settings: ProvisionSettings
  /** Changes the mock itself. */
  readonly control: (url: string, change: object) => Promise<Response>
}

/** Makes places on one mock, without a port: a fresh tenant each. */
export async function openMock(): Promise<() => Promise<MockPlace>> {
  const clock = { nowMs: beginMs }
  const idp = await createMockIdp({ now: () => clock.nowMs })
  const serve: ProvisionFetch = (href, init) => idp.fetch(new Request(href, init))
  const control = (url: string, change: object) =>
    idp.fetch(
      new Request(url, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(change),
      }),
    )
  return async () => {
    const { tenantId } = await idp.tenants.create()
    const token = (await idp.graphToken({ tenantId, origin })) ?? ''
    const response = await serve(`${origin}/v1.0/organization`, {
      method: 'GET',
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: new AbortController().signal,
    })
    const { value } = (await response.json()) as {
      readonly value: readonly { readonly verifiedDomains: readonly { readonly name: string }[] }[]
    }
    const domain = value[0]?.verifiedDomains[0]?.name
    const paths = pathsBeside(`/home/${tenantId}.env`)
    return {
      control,
      serve,
      tokenFor: () => token,
      disk: new Map(),
      clock,
      operations: [],
      uuids: 0,
      settings: {
        ...testSettings,
        graphUrl: origin,
        authorityHost: origin,
        tenantId,
        domain,
        paths,
      },
    }
  }
}
