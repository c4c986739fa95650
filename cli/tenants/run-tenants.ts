import { exitCodes } from '../exit-codes.ts'
import { openRunningMock } from '../running-mock/open-running-mock.ts'
import type { RunningMockOptions } from '../running-mock/options.ts'
import type { Surroundings } from '../surroundings.ts'
import { nameWidth } from '../terminal/entry.ts'
import { writeLines } from '../terminal/output.ts'
import { pageFor } from '../terminal/page.ts'

type Tenant = {
  readonly tenantId: string
  readonly displayName: string
  readonly domains: readonly string[]
}

/** `agentid tenants` */
export async function runTenants(
  { json, ...where }: RunningMockOptions & { readonly json: boolean },
  surroundings: Surroundings,
): Promise<number> {
  const { stdout, env } = surroundings
  const mock = await openRunningMock(where, surroundings)
  try {
    const response = await mock.get('/tenants')
    const { tenants } = (await response.json()) as { readonly tenants: readonly Tenant[] }
    if (json) {
      stdout.write(`${JSON.stringify(tenants, undefined, 2)}\n`)
      return exitCodes.done
    }
    const { colours } = pageFor(stdout, env)
    const width = nameWidth(tenants.map(({ displayName }) => displayName))
    writeLines(
      stdout,
      tenants.map(({ tenantId, displayName, domains }) =>
        `${tenantId}  ${colours.name(displayName.padEnd(width))}  ${domains.join(', ')}`.trimEnd(),
      ),
    )
    return exitCodes.done
  } finally {
    await mock.close()
  }
}
