import type { Tenant } from '../../directory/tenant.ts'
import type { World } from '../../world.ts'

/** The world as somebody sees it who does not know the latest changes of one tenant yet. */
export function laggingWorld(world: World, view: Tenant): World {
  const { directory } = world
  return {
    ...world,
    directory: {
      ...directory,
      findTenant: (name) => {
        const found = directory.findTenant(name)
        return found?.id === view.id ? view : found
      },
      findApplication: (appId) => {
        const found = directory.findApplication(appId)
        const isOfThis = found === undefined || found.homeTenantId === view.id
        return isOfThis ? view.applications.get(appId) : found
      },
    },
  }
}
