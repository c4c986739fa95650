import { done, type GraphCall } from '../call/graph-call.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { dateTime } from '../entities/property-table.ts'
import { applicationChanges } from '../write/changes.ts'
import { applicationOf, findApplication } from '../write/found.ts'
import { readProperties } from '../write/read-properties.ts'
import { verifiedPublisher } from '../write/schemas.ts'
import { isBlueprint } from './applications.ts'
import { type Operation, post } from './operation.ts'

/** The publisher that users see beside an application. Whether Microsoft knows it is not looked at. */
export const verifiedPublisherOperations: readonly Operation[] = [
  post('applications/{id}/setVerifiedPublisher', (call) => {
    authorized(call)
    const { verifiedPublisherId } = readProperties(call, verifiedPublisher, 'VerifiedPublisher')
    const addedDateTime = dateTime(call.nowMs)
    save(call, { displayName: call.tenant.displayName, verifiedPublisherId, addedDateTime })
    return done
  }),
  post('applications/{id}/unsetVerifiedPublisher', (call) => {
    authorized(call)
    save(call, undefined)
    return done
  }),
]

function authorized(call: GraphCall): void {
  const found = findApplication(call)
  const isOne = isBlueprint(call, found)
  const needed = isOne ? permissions.brandBlueprint : permissions.writeApplication
  authorize(call, needed, found?.owners)
}

function save(call: GraphCall, publisher: unknown): void {
  const application = applicationOf(call)
  const { verifiedPublisher: _, ...details } = application.details
  const after = publisher === undefined ? details : { ...details, verifiedPublisher: publisher }
  call.commit(applicationChanges(call.tenant, { ...application, details: after }))
}
