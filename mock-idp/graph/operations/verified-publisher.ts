import type { Application } from '../../directory/application.ts'
import { done, type GraphCall } from '../call/graph-call.ts'
import { permissions } from '../caller/permissions.ts'
import { dateTime } from '../entities/property-table.ts'
import { applicationChanges } from '../write/changes.ts'
import { readProperties } from '../write/read-properties.ts'
import { verifiedPublisher } from '../write/schemas.ts'
import { authorizeWriting } from './applications.ts'
import { type Operation, post } from './operation.ts'

/** The publisher that users see beside an application. Whether Microsoft knows it is not looked at. */
export const verifiedPublisherOperations: readonly Operation[] = [
  post('applications/{id}/setVerifiedPublisher', (call) => {
    const application = authorizeWriting(call, permissions.brandBlueprint)
    const { verifiedPublisherId } = readProperties(call, verifiedPublisher, 'VerifiedPublisher')
    const addedDateTime = dateTime(call.nowMs)
    const { displayName } = call.tenant
    save(call, application, { displayName, verifiedPublisherId, addedDateTime })
    return done
  }),
  post('applications/{id}/unsetVerifiedPublisher', (call) => {
    const application = authorizeWriting(call, permissions.brandBlueprint)
    save(call, application, undefined)
    return done
  }),
]

function save(call: GraphCall, application: Application, publisher: unknown): void {
  const { verifiedPublisher: _, ...details } = application.details
  const after = publisher === undefined ? details : { ...details, verifiedPublisher: publisher }
  call.commit(applicationChanges(call.tenant, { ...application, details: after }))
}
