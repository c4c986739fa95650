import { z } from 'zod'
import type { Application } from '../../../directory/application.ts'
import { done, type GraphCall } from '../../call/graph-call.ts'
import { type Operation, post } from '../../call/operation.ts'
import { permissions } from '../../caller/permissions.ts'
import { dateTime } from '../../show/property-table.ts'
import { applicationChanges } from '../../write/changes.ts'
import { readProperties } from '../../write/read-properties.ts'
import { authorizeWriting } from './applications.ts'

const publisherChange = z.object({ verifiedPublisherId: z.string().min(1) })

/** The publisher that users see beside an application. Whether Microsoft knows it is not looked at. */
export const verifiedPublisherOperations: readonly Operation[] = [
  post('applications/{id}/setVerifiedPublisher', (call) => {
    const application = authorizeWriting(call, permissions.brandBlueprint)
    const { verifiedPublisherId } = readProperties(call, publisherChange, 'VerifiedPublisher')
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
